/** Diagnostic reports and their observations, as the EHR feed brings them. */
@NullMarked
package org.portaldesk.api.result;

import org.jspecify.annotations.NullMarked;
