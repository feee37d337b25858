/** Locks of staff over HTTP. */
@NullMarked
package org.portaldesk.api.staff.web;

import org.jspecify.annotations.NullMarked;
