/** Clinicians in plain Java. */
@NullMarked
package org.portaldesk.api.clinician.model;

import org.jspecify.annotations.NullMarked;
