/** What Keycloak does not do by itself. Runs inside Keycloak. */
@NullMarked
package org.portaldesk.keycloak;

import org.jspecify.annotations.NullMarked;
