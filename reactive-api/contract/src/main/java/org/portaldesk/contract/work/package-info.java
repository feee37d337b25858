/** How the queues stand. */
@NullMarked
package org.portaldesk.contract.work;

import org.jspecify.annotations.NullMarked;
