/** Letters and the outbox of e-mails in PostgreSQL. */
@NullMarked
package org.portaldesk.api.notice.store;

import org.jspecify.annotations.NullMarked;
