/** The letters desk over HTTP. */
@NullMarked
package org.portaldesk.api.notice.web;

import org.jspecify.annotations.NullMarked;
