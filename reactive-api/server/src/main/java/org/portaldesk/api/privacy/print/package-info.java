/** Draws reports. CPU work: never on an event loop. */
@NullMarked
package org.portaldesk.api.privacy.print;

import org.jspecify.annotations.NullMarked;
