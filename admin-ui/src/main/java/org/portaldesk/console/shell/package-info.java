/**
 * What stands around every screen: layout and navigation, the command palette, the error views, the
 * notice before the end of a session, and who is at work here.
 */
@NullMarked
package org.portaldesk.console.shell;

import org.jspecify.annotations.NullMarked;
