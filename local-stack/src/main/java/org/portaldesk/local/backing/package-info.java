/**
 * The three servers the API stands on: PostgreSQL, Keycloak with our realms and staff, and a mail
 * catcher.
 */
@NullMarked
package org.portaldesk.local.backing;

import org.jspecify.annotations.NullMarked;
