/** What all integration tests of the API stand on. */
@NullMarked
package org.portaldesk.api;

import org.jspecify.annotations.NullMarked;
