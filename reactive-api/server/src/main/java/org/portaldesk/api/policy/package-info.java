/** Rules that the hospital may change, as dated settings with shipped defaults. */
@NullMarked
package org.portaldesk.api.policy;

import org.jspecify.annotations.NullMarked;
