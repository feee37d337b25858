/** How the API says no: one shape for every refusal and failure. */
@NullMarked
package org.portaldesk.api.platform.problem;

import org.jspecify.annotations.NullMarked;
