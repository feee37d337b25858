/** What supervisors do for staff. */
@NullMarked
package org.portaldesk.console.staff;

import org.jspecify.annotations.NullMarked;
