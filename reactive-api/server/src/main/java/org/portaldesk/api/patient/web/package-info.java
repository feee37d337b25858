/** Patients over HTTP. */
@NullMarked
package org.portaldesk.api.patient.web;

import org.jspecify.annotations.NullMarked;
