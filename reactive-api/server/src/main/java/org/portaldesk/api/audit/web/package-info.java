/** The record over HTTP. */
@NullMarked
package org.portaldesk.api.audit.web;

import org.jspecify.annotations.NullMarked;
