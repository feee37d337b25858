/** Clinicians, one of whom stands behind each hold. */
@NullMarked
package org.portaldesk.contract.clinician;

import org.jspecify.annotations.NullMarked;
