/** Files that people send, good and bad. */
@NullMarked
package org.portaldesk.testing.paper;

import org.jspecify.annotations.NullMarked;
