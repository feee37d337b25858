/** Strangers' files, as the worker has read them. Blocks: never on an event loop. */
@NullMarked
package org.portaldesk.api.proxy.document;

import org.jspecify.annotations.NullMarked;
