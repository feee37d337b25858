/** Staff as Keycloak knows them: their sign-ins and what was done to their accounts, on record. */
@NullMarked
package org.portaldesk.api.staff;

import org.jspecify.annotations.NullMarked;
