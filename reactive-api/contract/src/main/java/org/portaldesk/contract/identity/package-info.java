/** Who is signed in, and what they may do. */
@NullMarked
package org.portaldesk.contract.identity;

import org.jspecify.annotations.NullMarked;
