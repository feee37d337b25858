/**
 * Strangers' files: what they are by their content, whether they may be kept, and pictures of their
 * pages, made by a process that has nothing to lose. The front door is {@link
 * org.portaldesk.document.DocumentWorker}.
 */
@NullMarked
package org.portaldesk.document;

import org.jspecify.annotations.NullMarked;
