/** The directory in PostgreSQL. */
@NullMarked
package org.portaldesk.api.clinician.store;

import org.jspecify.annotations.NullMarked;
