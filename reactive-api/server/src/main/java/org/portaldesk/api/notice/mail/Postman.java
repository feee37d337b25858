package org.portaldesk.api.notice.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.portaldesk.api.notice.model.Delivery;
import org.portaldesk.api.notice.model.MailText;
import org.portaldesk.api.notice.store.EmailRows.Outgoing;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.contract.Headers;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server. Blocks: never on an event loop. */
@Component
class Postman {

    private final JavaMailSender server;
    private final MailSettings settings;
    private final Facility facility;

    Postman(JavaMailSender server, MailSettings settings, Facility facility) {
        this.server = server;
        this.settings = settings;
        this.facility = facility;
    }

    Delivery deliver(Outgoing email, MailText text) {
        try {
            server.send(message(email, text));
            return new Delivery.Taken();
        } catch (MessagingException | UnsupportedEncodingException unfit) {
            return new Delivery.Refused("BAD_ADDRESS");
        } catch (MailException failure) {
            return SmtpAnswer.of(failure);
        }
    }

    /** The id in {@code Message-ID} is the row's: a mail that goes out twice shows that it did. */
    private MimeMessage message(Outgoing email, MailText text)
            throws MessagingException, UnsupportedEncodingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from(), facility.name());
        helper.setTo(new InternetAddress(email.recipient(), true));
        helper.setSubject(text.subject());
        helper.setText(text.plain(), text.html());
        message.setHeader("Message-ID", "<" + email.id() + "@" + settings.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", email.language().tag());
        message.setHeader(Headers.REQUEST_ID, email.requestId());
        return message;
    }
}
