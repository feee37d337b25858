package org.portaldesk.api.notice.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param from the address that mails come from
 */
@ConfigurationProperties("portal-desk.mail")
record MailSettings(String from) {

    /** What stands behind the @. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
