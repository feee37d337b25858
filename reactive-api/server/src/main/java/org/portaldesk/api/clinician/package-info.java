/** The directory of clinicians: who may determine that something is withheld. */
@NullMarked
package org.portaldesk.api.clinician;

import org.jspecify.annotations.NullMarked;
