package org.portaldesk.console.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Somebody who has no code asks for one, at home; the desk answers by e-mail. */
class CodeRequestIT extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aRequestIsApprovedByKeyboardAndTheCodeComesByEmail() throws Exception {
        var person = Sample.adult(system);
        ask(person);

        var desk = console("him-staff");
        desk.navigate(system.console() + "/code-requests");
        desk.getByText(person.familyName()).first().waitFor();
        look(desk, "requests");
        var request = desk.getByRole(AriaRole.LINK, named(person.familyName())).first();
        request.focus();
        desk.keyboard().press("Enter");
        settle(desk);
        desk.keyboard().press("Alt+c");
        settle(desk);
        look(desk, "request-claimed");
        desk.keyboard().press("Alt+a");
        settle(desk);
        look(desk, "request-approve");
        desk.keyboard().press("Control+Enter");
        desk.getByText("Approved. The code is on its way.").waitFor();

        var mail = awaitMailTo(person.email());
        assertThat(mail).doesNotContain(person.familyName()).doesNotContain(person.mrn());
        var code = CODE.matcher(mail);
        assertThat(code.find()).as("a code in the mail").isTrue();
        redeemAndSignIn(person, code.group(), "by-email");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void ask(Sample.Person person) {
        Page page = window();
        page.navigate(system.api() + "/portal/request-code");
        page.locator("#givenName").fill(person.givenName());
        page.locator("#familyName").fill(person.familyName());
        page.locator("#birthDate").fill(person.birthDate());
        page.locator("#ssnLast4").fill(person.ssnLast4());
        page.locator("#email").fill(person.email());
        look(page, "portal-request-code");
        page.keyboard().press("Enter");
        page.locator("#done-reference").waitFor();
        assertThat(page.locator("#done-reference").textContent()).isNotBlank();
    }

    private String awaitMailTo(String recipient) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var text = mailTo(recipient);
            if (CODE.matcher(text).find()) {
                return text;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("no mail came");
    }

    private String mailTo(String recipient) throws MessagingException, IOException {
        var access = system.mail();
        var address = access.path("imap").stringValue().split(":", 2);
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(
                    address[0],
                    Integer.parseInt(address[1]),
                    access.path("username").stringValue(),
                    access.path("password").stringValue());
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var text = new StringBuilder();
            for (var message : inbox.getMessages()) {
                if (Arrays.toString(message.getRecipients(Message.RecipientType.TO))
                        .contains(recipient)) {
                    text.append(message.getSubject())
                            .append('\n')
                            .append(plain(message.getContent()));
                }
            }
            return text.toString();
        }
    }

    private static String plain(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts
                ? plain(parts.getBodyPart(0).getContent())
                : String.valueOf(content);
    }
}
