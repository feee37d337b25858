/** Codes and their redemption over HTTP. */
@NullMarked
package org.portaldesk.api.activation.web;

import org.jspecify.annotations.NullMarked;
