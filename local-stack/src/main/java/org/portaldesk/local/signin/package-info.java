/**
 * Signing in where no direct grant is allowed: through the login form as a browser does, or as a
 * service.
 */
@NullMarked
package org.portaldesk.local.signin;

import org.jspecify.annotations.NullMarked;
