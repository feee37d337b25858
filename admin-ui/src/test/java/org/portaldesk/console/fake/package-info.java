/** An API in memory, for tests of screens: it answers, refuses, is away, or takes for ever. */
@NullMarked
package org.portaldesk.console.fake;

import org.jspecify.annotations.NullMarked;
