/** The way to Keycloak's Admin REST API. */
@NullMarked
package org.portaldesk.api.platform.keycloak;

import org.jspecify.annotations.NullMarked;
