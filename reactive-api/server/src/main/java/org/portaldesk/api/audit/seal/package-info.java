/**
 * Seals the record: batches of committed events become signed checkpoints, which are published
 * outside the database, and can be checked at any time.
 *
 * @see "docs/decisions/0090-the-record-is-sealed.md"
 */
@NullMarked
package org.portaldesk.api.audit.seal;

import org.jspecify.annotations.NullMarked;
