/** What every feature stands on: who calls, where the hospital is. Uses no feature. */
@NullMarked
package org.portaldesk.api.platform;

import org.jspecify.annotations.NullMarked;
