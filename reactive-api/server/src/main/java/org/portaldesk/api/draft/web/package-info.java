/** Drafts over HTTP. */
@NullMarked
package org.portaldesk.api.draft.web;

import org.jspecify.annotations.NullMarked;
