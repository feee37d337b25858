/** How the queues stand, over HTTP. */
@NullMarked
package org.portaldesk.api.work.web;

import org.jspecify.annotations.NullMarked;
