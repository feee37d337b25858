/** Results: what is about to be shown, what is held and until when, and who sees what. */
@NullMarked
package org.portaldesk.console.result;

import org.jspecify.annotations.NullMarked;
