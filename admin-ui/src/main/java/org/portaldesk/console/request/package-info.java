/** Requests for a code: the queue, one request beside the records it may be about, the decision. */
@NullMarked
package org.portaldesk.console.request;

import org.jspecify.annotations.NullMarked;
