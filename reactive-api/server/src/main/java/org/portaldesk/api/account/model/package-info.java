/** What Keycloak's bare facts mean for an account. */
@NullMarked
package org.portaldesk.api.account.model;

import org.jspecify.annotations.NullMarked;
