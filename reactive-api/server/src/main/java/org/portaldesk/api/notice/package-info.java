/** Letters and e-mails: what acts ask for by rows in an outbox, carried out after them. */
@NullMarked
package org.portaldesk.api.notice;

import org.jspecify.annotations.NullMarked;
