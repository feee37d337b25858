/**
 * What the API says, for the server that implements it and the console that calls it.
 *
 * <p>Times are instants in ISO 8601 UTC, ids are opaque UUIDs, absent values are left out of the
 * JSON.
 */
@NullMarked
package org.portaldesk.contract;

import org.jspecify.annotations.NullMarked;
