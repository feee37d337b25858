/** Tests of the portal's pages. */
@NullMarked
package org.portaldesk.api.portal;

import org.jspecify.annotations.NullMarked;
