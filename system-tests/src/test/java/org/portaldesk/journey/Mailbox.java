package org.portaldesk.journey;

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

/** What the mail catcher has received. */
record Mailbox(RunningSystem system) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** All mail to somebody, once a code is in it. */
    String awaitCodeFor(String recipient) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var text = mailTo(recipient);
            if (Journey.CODE.matcher(text).find()) {
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
