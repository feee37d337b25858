/** Secrets from the environment, checked before anything starts. */
@NullMarked
package org.portaldesk.api.platform.secret;

import org.jspecify.annotations.NullMarked;
