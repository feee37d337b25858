/** A real browser for tests: its windows, when a screen is still, and what axe says of it. */
@NullMarked
package org.portaldesk.testing.browser;

import org.jspecify.annotations.NullMarked;
