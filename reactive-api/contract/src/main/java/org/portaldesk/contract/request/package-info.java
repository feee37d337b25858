/** Requests for a code, from the portal's form to the decision. */
@NullMarked
package org.portaldesk.contract.request;

import org.jspecify.annotations.NullMarked;
