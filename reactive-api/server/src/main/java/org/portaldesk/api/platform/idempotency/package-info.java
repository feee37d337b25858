/** The same key and body get the same answer, and nobody else can read it. */
@NullMarked
package org.portaldesk.api.platform.idempotency;

import org.jspecify.annotations.NullMarked;
