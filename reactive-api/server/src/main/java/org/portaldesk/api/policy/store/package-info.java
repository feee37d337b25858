/** Policies of access in PostgreSQL. */
@NullMarked
package org.portaldesk.api.policy.store;

import org.jspecify.annotations.NullMarked;
