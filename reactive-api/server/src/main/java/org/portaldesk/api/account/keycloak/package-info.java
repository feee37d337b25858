/** The part of Keycloak's Admin REST API that portal accounts need, in realm {@code patients}. */
@NullMarked
package org.portaldesk.api.account.keycloak;

import org.jspecify.annotations.NullMarked;
