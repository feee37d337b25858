/** What the EHR feed is told. What it sends is FHIR R4, whose own specification is the contract. */
@NullMarked
package org.portaldesk.contract.fhir;

import org.jspecify.annotations.NullMarked;
