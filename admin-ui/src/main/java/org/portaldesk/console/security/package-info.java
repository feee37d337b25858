/**
 * Sign-in through Keycloak, the user's token, the end of a session, and what the browser is told
 * about all of it.
 *
 * @see "docs/decisions/0052-the-end-of-a-session.md"
 */
@NullMarked
package org.portaldesk.console.security;

import org.jspecify.annotations.NullMarked;
