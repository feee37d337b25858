/** What belongs to every HTTP exchange: request id, headers, versions. */
@NullMarked
package org.portaldesk.api.platform.web;

import org.jspecify.annotations.NullMarked;
