/** Clients that misbehave. */
@NullMarked
package org.portaldesk.testing.net;

import org.jspecify.annotations.NullMarked;
