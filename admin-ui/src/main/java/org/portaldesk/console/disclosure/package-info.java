/** Cases of results that the wrong people may have seen. */
@NullMarked
package org.portaldesk.console.disclosure;

import org.jspecify.annotations.NullMarked;
