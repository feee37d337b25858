/**
 * Strangers' files: what they are by their content, whether they may be kept, and pictures of their
 * pages. Blocks and computes: never on an event loop.
 */
@NullMarked
package org.portaldesk.api.proxy.document;

import org.jspecify.annotations.NullMarked;
