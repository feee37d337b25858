/** Policies of proxy access: what counts, what is proposed, and what a policy would change. */
@NullMarked
package org.portaldesk.console.policy;

import org.jspecify.annotations.NullMarked;
