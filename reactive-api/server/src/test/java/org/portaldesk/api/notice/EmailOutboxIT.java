package org.portaldesk.api.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.activation.model.Code;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.springframework.beans.factory.annotation.Autowired;

class EmailOutboxIT extends ApiIT {

    private static final Pattern CODE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}");

    @Autowired private SecretKeys keys;

    private Connection database;
    private Outbox outbox;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
        outbox = new Outbox(database);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void theMailBringsACodeThatWorksAndNamesNobody() throws Exception {
        var patient = outbox.patient("Quintessa", "Zylberstein", "en-US");
        var code = outbox.code(patient, "EMAIL");
        var email = outbox.email("ACTIVATION_CODE", "en", code, "q1@example.org");
        awaitState(email, "SENT");

        var mail = mailTo("q1@example.org");
        var whole = subjectAndParts(mail);
        var printed = CODE.matcher(plain(mail)).results().findFirst().orElseThrow().group();
        assertThat(hash(printed)).isEqualTo(storedHash(code));
        assertThat(whole)
                .startsWith("Message from your hospital")
                .contains("/portal/activate", printed)
                .doesNotContain("Quintessa", "Zylberstein", "1970", "4786", mrn(patient), "#code=");
        assertThat(plain(mail)).doesNotContain("<");
    }

    @Test
    void headersSayWhichRowItWasAndThatAMachineWroteIt() throws Exception {
        var code = outbox.code(outbox.patient("Ada", "Byron", "es-US"), "EMAIL");
        var email = outbox.email("ACTIVATION_CODE", "es", code, "q2@example.org");
        awaitState(email, "SENT");

        var mail = mailTo("q2@example.org");
        assertThat(mail.getMessageID()).startsWith("<" + email + "@");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Request-Id", null)).isEqualTo("request-1");
        assertThat(mail.getSubject()).isEqualTo("Mensaje de su hospital");
        assertThat(plain(mail)).contains("Este es el código de activación");
    }

    @Test
    void aMailWhoseCodeHasDiedIsCancelled() throws Exception {
        var code = outbox.code(outbox.patient("Ada", "Byron", "en-US"), "EMAIL");
        outbox.run(
                "UPDATE activation_code SET state = 'REVOKED', ended_at = now() WHERE id = ?",
                code);
        var email = outbox.email("ACTIVATION_CODE", "en", code, "q3@example.org");
        awaitState(email, "CANCELLED");

        assertThat(storedHash(code)).isNull();
        assertThat(events(email)).containsExactly("EMAIL_CANCELLED system");
        assertThat(received("q3@example.org")).isEmpty();
    }

    @Test
    void anAddressThatCannotBeIsFailedAtOnce() throws Exception {
        var code = outbox.code(outbox.patient("Ada", "Byron", "en-US"), "EMAIL");
        var email = outbox.email("ACTIVATION_CODE", "en", code, "not an address");
        awaitState(email, "FAILED");

        assertThat(outbox.text("SELECT failure FROM email_message WHERE id = ?", email))
                .isEqualTo("BAD_ADDRESS");
        assertThat(events(email)).containsExactly("EMAIL_FAILED system");
    }

    @Test
    void aMailThatIsSentAgainBringsAnotherCodeAndTheOlderIsDead() throws Exception {
        var code = outbox.code(outbox.patient("Ada", "Byron", "en-US"), "EMAIL");
        var email = outbox.email("ACTIVATION_CODE", "en", code, "q5@example.org");
        awaitState(email, "SENT");
        var first = storedHash(code);
        // As if the process had died between the mail server's word and ours.
        outbox.run(
                "UPDATE email_message SET state = 'QUEUED', ended_at = NULL, next_attempt_at = now() WHERE id = ?",
                email);
        awaitState(email, "SENT");

        assertThat(storedHash(code)).isNotEqualTo(first);
        var mails = received("q5@example.org");
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        var last = CODE.matcher(plain(mails.get(1))).results().findFirst().orElseThrow().group();
        assertThat(hash(last)).isEqualTo(storedHash(code));
    }

    @Test
    void whoOpenedAnAccountIsTold() throws Exception {
        var code = outbox.code(outbox.patient("Ada", "Byron", "en-US"), "HANDED_OVER");
        var email = outbox.email("ACCOUNT_OPENED", "en", code, "q6@example.org");
        awaitState(email, "SENT");

        assertThat(plain(mailTo("q6@example.org"))).contains("account", "tell us at once");
        assertThat(storedHash(code)).isNull();
    }

    private void awaitState(UUID email, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                outbox.text(
                                                        "SELECT state FROM email_message WHERE id = ?",
                                                        email))
                                        .isEqualTo(state));
    }

    private static MimeMessage mailTo(String recipient) throws Exception {
        return received(recipient).getLast();
    }

    private static List<MimeMessage> received(String recipient) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (var mail : backing().mail().received()) {
            if (mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(recipient)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static String subjectAndParts(MimeMessage mail) throws Exception {
        return mail.getSubject() + "\n" + text(mail, "text/plain") + text(mail, "text/html");
    }

    private static String plain(MimeMessage mail) throws Exception {
        return text(mail, "text/plain");
    }

    private static String text(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        var text = new StringBuilder();
        if (part.getContent() instanceof Multipart multipart) {
            for (var i = 0; i < multipart.getCount(); i++) {
                BodyPart body = multipart.getBodyPart(i);
                text.append(text(body, type));
            }
        }
        return text.toString();
    }

    private String hash(String code) {
        return HexFormat.of().formatHex(keys.codes().newest().hmac(Code.typed(code).bytes()));
    }

    private @Nullable String storedHash(UUID code) throws SQLException {
        return outbox.text(
                "SELECT encode(code_hash, 'hex') FROM activation_code WHERE id = ?", code);
    }

    private String mrn(UUID patient) throws SQLException {
        return String.valueOf(outbox.text("SELECT mrn FROM patient WHERE id = ?", patient));
    }

    private List<String> events(UUID email) throws SQLException {
        return outbox.texts(
                "SELECT act || ' ' || actor FROM audit_event WHERE object_id = ? ORDER BY id",
                email.toString());
    }
}
