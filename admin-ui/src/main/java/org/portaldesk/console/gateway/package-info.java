/**
 * Calls to the API with the user's own token, and their answers as values that screens can show.
 *
 * @see "docs/decisions/0051-calls-in-the-background.md"
 */
@NullMarked
package org.portaldesk.console.gateway;

import org.jspecify.annotations.NullMarked;
