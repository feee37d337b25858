/** Patients, found and read over HTTP. */
@NullMarked
package org.portaldesk.api.patient;

import org.jspecify.annotations.NullMarked;
