@NullMarked
package org.portaldesk.api.account.keycloak;

import org.jspecify.annotations.NullMarked;
