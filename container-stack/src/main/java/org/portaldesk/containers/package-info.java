/**
 * The servers of the integration tests on containers. That this module is on the class path is all
 * it takes.
 */
@NullMarked
package org.portaldesk.containers;

import org.jspecify.annotations.NullMarked;
