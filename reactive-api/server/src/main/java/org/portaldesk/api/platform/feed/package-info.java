/** What every feature that takes rows from the EHR feed has in common. */
@NullMarked
package org.portaldesk.api.platform.feed;

import org.jspecify.annotations.NullMarked;
