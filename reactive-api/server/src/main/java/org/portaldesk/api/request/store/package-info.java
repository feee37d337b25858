/** Requests in PostgreSQL. */
@NullMarked
package org.portaldesk.api.request.store;

import org.jspecify.annotations.NullMarked;
