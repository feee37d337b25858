/** What is kept of staff in PostgreSQL. */
@NullMarked
package org.portaldesk.api.staff.store;

import org.jspecify.annotations.NullMarked;
