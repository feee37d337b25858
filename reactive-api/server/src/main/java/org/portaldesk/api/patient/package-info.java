/** The registry of patients: filled by the EHR feed, searched and read by staff. */
@NullMarked
package org.portaldesk.api.patient;

import org.jspecify.annotations.NullMarked;
