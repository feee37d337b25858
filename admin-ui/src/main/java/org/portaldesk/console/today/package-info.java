/** What waits for the person at the desk today. */
@NullMarked
package org.portaldesk.console.today;

import org.jspecify.annotations.NullMarked;
