/** Draws letters. CPU work: never on an event loop. */
@NullMarked
package org.portaldesk.api.notice.print;

import org.jspecify.annotations.NullMarked;
