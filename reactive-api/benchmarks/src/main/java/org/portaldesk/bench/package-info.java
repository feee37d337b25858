/** Load on the API beside pgbench with the same SQL, in one run. */
@NullMarked
package org.portaldesk.bench;

import org.jspecify.annotations.NullMarked;
