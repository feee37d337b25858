/**
 * Child processes that leave no orphan, ports, secrets and files that only their owner may read.
 * Uses no other package.
 */
@NullMarked
package org.portaldesk.local.process;

import org.jspecify.annotations.NullMarked;
