/** The support desk over HTTP. */
@NullMarked
package org.portaldesk.api.support.web;

import org.jspecify.annotations.NullMarked;
