/** Speed as ratios of one run, against something real; no test asserts any of it. */
@NullMarked
package org.portaldesk.bench;

import org.jspecify.annotations.NullMarked;
