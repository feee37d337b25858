/** Who may call what: one table, and the chains that hold to it. */
@NullMarked
package org.portaldesk.api.platform.security;

import org.jspecify.annotations.NullMarked;
