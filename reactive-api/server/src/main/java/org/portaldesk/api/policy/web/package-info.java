/** Policies of access over HTTP. */
@NullMarked
package org.portaldesk.api.policy.web;

import org.jspecify.annotations.NullMarked;
