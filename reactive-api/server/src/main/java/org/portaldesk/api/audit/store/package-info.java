/** Reading the record from PostgreSQL. */
@NullMarked
package org.portaldesk.api.audit.store;

import org.jspecify.annotations.NullMarked;
