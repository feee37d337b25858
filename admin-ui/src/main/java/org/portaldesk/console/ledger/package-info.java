/** The ledger of holds, for those who answer for them. */
@NullMarked
package org.portaldesk.console.ledger;

import org.jspecify.annotations.NullMarked;
