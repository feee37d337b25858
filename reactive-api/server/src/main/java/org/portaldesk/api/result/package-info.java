/**
 * Diagnostic reports and their observations, as the EHR feed brings them, and who may see them
 * when.
 */
@NullMarked
package org.portaldesk.api.result;

import org.jspecify.annotations.NullMarked;
