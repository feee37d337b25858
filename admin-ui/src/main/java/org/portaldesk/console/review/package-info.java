/**
 * What every desk of requests is made of: the queue that changes by itself, one request under
 * review, acts, coded decisions, and who was faster.
 */
@NullMarked
package org.portaldesk.console.review;

import org.jspecify.annotations.NullMarked;
