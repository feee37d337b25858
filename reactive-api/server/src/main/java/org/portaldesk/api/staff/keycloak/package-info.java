/** Realm {@code staff} in Keycloak's Admin REST API. */
@NullMarked
package org.portaldesk.api.staff.keycloak;

import org.jspecify.annotations.NullMarked;
