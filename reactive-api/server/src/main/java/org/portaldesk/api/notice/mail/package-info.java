/** Carries e-mails from the outbox to the mail server. */
@NullMarked
package org.portaldesk.api.notice.mail;

import org.jspecify.annotations.NullMarked;
