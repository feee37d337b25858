/** Patients in PostgreSQL. */
@NullMarked
package org.portaldesk.api.patient.store;

import org.jspecify.annotations.NullMarked;
