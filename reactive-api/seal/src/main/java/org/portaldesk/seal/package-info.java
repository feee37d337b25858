/**
 * The seal of the record: how events become a signed checkpoint, and how anybody finds out that one
 * was changed since. Nothing here needs a framework; start reading at {@link
 * org.portaldesk.seal.RecordCheck}.
 */
@NullMarked
package org.portaldesk.seal;

import org.jspecify.annotations.NullMarked;
