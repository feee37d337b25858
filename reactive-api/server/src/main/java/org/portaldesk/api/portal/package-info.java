/** The portal's few pages of our own: opening an account, asking for a code, signing in. */
@NullMarked
package org.portaldesk.api.portal;

import org.jspecify.annotations.NullMarked;
