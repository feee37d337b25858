/**
 * Proxy authorization: requests with their documents, review by the rule, grants that do what the
 * rule of the day says, and blocks that beat them.
 */
@NullMarked
package org.portaldesk.api.proxy;

import org.jspecify.annotations.NullMarked;
