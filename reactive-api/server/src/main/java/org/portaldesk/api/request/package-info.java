/** Requests for a code: from the portal's form to somebody's decision. */
@NullMarked
package org.portaldesk.api.request;

import org.jspecify.annotations.NullMarked;
