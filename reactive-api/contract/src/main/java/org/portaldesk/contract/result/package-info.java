/** Results, their release and their holds. */
@NullMarked
package org.portaldesk.contract.result;

import org.jspecify.annotations.NullMarked;
