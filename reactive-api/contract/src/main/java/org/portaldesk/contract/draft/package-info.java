/** What somebody had typed and not yet sent. */
@NullMarked
package org.portaldesk.contract.draft;

import org.jspecify.annotations.NullMarked;
