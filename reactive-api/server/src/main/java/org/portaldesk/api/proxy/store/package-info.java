/** Requests, documents, grants and blocks in PostgreSQL. */
@NullMarked
package org.portaldesk.api.proxy.store;

import org.jspecify.annotations.NullMarked;
