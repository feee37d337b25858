/**
 * Identity as code: the realms as files, and what brings a Keycloak to what they say. Knows no
 * other module.
 */
@NullMarked
package org.portaldesk.realm;

import org.jspecify.annotations.NullMarked;
