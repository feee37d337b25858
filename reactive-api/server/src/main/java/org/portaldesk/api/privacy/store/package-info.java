/** The statements of the privacy desk. */
@NullMarked
package org.portaldesk.api.privacy.store;

import org.jspecify.annotations.NullMarked;
