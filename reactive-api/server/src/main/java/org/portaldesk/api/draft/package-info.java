/**
 * What members of staff had typed and not yet sent: encrypted, for themselves alone, for a day.
 *
 * @see "docs/decisions/0108-idle-is-out-in-every-tab.md"
 */
@NullMarked
package org.portaldesk.api.draft;

import org.jspecify.annotations.NullMarked;
