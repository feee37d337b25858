/** What letters and e-mails say, and the states that they go through; pure Java. */
@NullMarked
package org.portaldesk.api.notice.model;

import org.jspecify.annotations.NullMarked;
