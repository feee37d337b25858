package org.portaldesk.api.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.notice.model.Delivery;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class SmtpAnswerTest {

    @Test
    void aMailboxThatIsNotThereIsForGood() throws Exception {
        assertThat(SmtpAnswer.of(failure(550))).isEqualTo(new Delivery.Refused("SMTP_550"));
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        assertThat(SmtpAnswer.of(failure(451))).isEqualTo(new Delivery.NotYet("SMTP_451"));
    }

    @Test
    void noAnswerAtAllIsAskedAgain() {
        assertThat(SmtpAnswer.of(new MailSendException("away")))
                .isEqualTo(new Delivery.NotYet("NO_ANSWER"));
        assertThat(SmtpAnswer.of(new MailAuthenticationException("no")))
                .isEqualTo(new Delivery.NotYet("NO_ANSWER"));
    }

    private static MailSendException failure(int code) throws Exception {
        var address =
                new SMTPAddressFailedException(
                        new InternetAddress("ada@example.org"), "RCPT TO", code, "words");
        var send = new SendFailedException("Invalid Addresses", address);
        return new MailSendException("failed", null, Map.of("message", send));
    }
}
