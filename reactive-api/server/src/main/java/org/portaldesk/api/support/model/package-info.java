/** The rules of the phone: what fits, how strong a caller's proof is, and what it opens. */
@NullMarked
package org.portaldesk.api.support.model;

import org.jspecify.annotations.NullMarked;
