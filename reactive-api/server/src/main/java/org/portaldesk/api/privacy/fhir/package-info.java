/** The record as FHIR R4 after IHE BALP. CPU work: never on an event loop. */
@NullMarked
package org.portaldesk.api.privacy.fhir;

import org.jspecify.annotations.NullMarked;
