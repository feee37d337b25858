/** What supervisors do for staff. */
@NullMarked
package org.portaldesk.contract.staff;

import org.jspecify.annotations.NullMarked;
