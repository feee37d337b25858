/** The pages on which the API describes itself. */
@NullMarked
package org.portaldesk.api.platform.docs;

import org.jspecify.annotations.NullMarked;
