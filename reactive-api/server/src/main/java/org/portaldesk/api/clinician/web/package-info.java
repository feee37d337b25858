/** The directory over HTTP. */
@NullMarked
package org.portaldesk.api.clinician.web;

import org.jspecify.annotations.NullMarked;
