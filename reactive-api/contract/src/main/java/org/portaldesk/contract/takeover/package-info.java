/** Accounts that may be changing hands. */
@NullMarked
package org.portaldesk.contract.takeover;

import org.jspecify.annotations.NullMarked;
