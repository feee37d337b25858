/** What the privacy officer gives out of the record. */
@NullMarked
package org.portaldesk.api.privacy;

import org.jspecify.annotations.NullMarked;
