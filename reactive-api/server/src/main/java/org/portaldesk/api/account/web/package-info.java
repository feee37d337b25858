/** Portal accounts over HTTP. */
@NullMarked
package org.portaldesk.api.account.web;

import org.jspecify.annotations.NullMarked;
