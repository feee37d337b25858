/** The support line: verifying a caller without seeing the answers, and what may follow from it. */
@NullMarked
package org.portaldesk.console.support;

import org.jspecify.annotations.NullMarked;
