/** Portal accounts: where they stand, how they are locked, and what staff may do with them. */
@NullMarked
package org.portaldesk.contract.account;

import org.jspecify.annotations.NullMarked;
