/** Codes, overrides and redemptions in PostgreSQL. */
@NullMarked
package org.portaldesk.api.activation.store;

import org.jspecify.annotations.NullMarked;
