/** The whole system on one machine, without Docker: for trying it out, for tests, for measuring. */
@NullMarked
package org.portaldesk.local;

import org.jspecify.annotations.NullMarked;
