/** Tests of the settings. */
@NullMarked
package org.portaldesk.api.policy;

import org.jspecify.annotations.NullMarked;
