/** Results over HTTP. */
@NullMarked
package org.portaldesk.api.result.web;

import org.jspecify.annotations.NullMarked;
