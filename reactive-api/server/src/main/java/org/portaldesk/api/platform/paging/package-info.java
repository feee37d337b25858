/** Keyset pages and their cursors. */
@NullMarked
package org.portaldesk.api.platform.paging;

import org.jspecify.annotations.NullMarked;
