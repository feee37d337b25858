/** Verifications, acts and cases in PostgreSQL. */
@NullMarked
package org.portaldesk.api.support.store;

import org.jspecify.annotations.NullMarked;
