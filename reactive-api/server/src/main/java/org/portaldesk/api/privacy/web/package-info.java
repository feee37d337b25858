/** The privacy desk over HTTP. */
@NullMarked
package org.portaldesk.api.privacy.web;

import org.jspecify.annotations.NullMarked;
