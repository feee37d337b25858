/** How the tests of all modules run: failures named at once, quarantine, where the minutes go. */
@NullMarked
package org.portaldesk.testing;

import org.jspecify.annotations.NullMarked;
