/** The feed's door, tried from outside. */
@NullMarked
package org.portaldesk.api.intake;

import org.jspecify.annotations.NullMarked;
