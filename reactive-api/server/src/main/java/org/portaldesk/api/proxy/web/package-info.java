/** Proxy authorization over HTTP, for staff and for the portal. */
@NullMarked
package org.portaldesk.api.proxy.web;

import org.jspecify.annotations.NullMarked;
