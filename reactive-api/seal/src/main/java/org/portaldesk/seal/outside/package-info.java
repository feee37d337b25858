/**
 * Where checkpoints stand outside the database, and how they are put and read there. The check
 * itself ({@link org.portaldesk.seal.RecordCheck}) knows nothing of this package: it is handed
 * texts.
 *
 * @see "docs/decisions/0098-checkpoints-in-a-store.md"
 */
@NullMarked
package org.portaldesk.seal.outside;

import org.jspecify.annotations.NullMarked;
