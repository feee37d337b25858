/** Requests over HTTP, for the public and for staff. */
@NullMarked
package org.portaldesk.api.request.web;

import org.jspecify.annotations.NullMarked;
