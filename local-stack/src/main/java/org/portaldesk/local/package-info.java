/**
 * The whole system on one machine, without Docker: the commands, the state folder, what is written
 * for its users.
 */
@NullMarked
package org.portaldesk.local;

import org.jspecify.annotations.NullMarked;
