/**
 * The door through which the EHR feed brings FHIR R4; it uses the front doors of patient and
 * result.
 */
@NullMarked
package org.portaldesk.api.intake;

import org.jspecify.annotations.NullMarked;
