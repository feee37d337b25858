/**
 * Sign-ins of the patient portal. The users live in Keycloak; {@code keycloak} is the way there.
 */
@NullMarked
package org.portaldesk.api.account;

import org.jspecify.annotations.NullMarked;
