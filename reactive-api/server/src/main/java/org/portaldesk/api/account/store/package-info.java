/** Which accounts belong to whom, and who closed them. */
@NullMarked
package org.portaldesk.api.account.store;

import org.jspecify.annotations.NullMarked;
