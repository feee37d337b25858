package org.portaldesk.api.notice.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.model.Delivery;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads out of a failure what the mail server said: its reply code, and never its words. */
final class SmtpAnswer {

    private static final int PERMANENT = 500;

    private SmtpAnswer() {}

    static Delivery of(MailException failure) {
        var code = replyCode(failure);
        if (code.isEmpty()) {
            return new Delivery.NotYet("NO_ANSWER");
        }
        var cause = "SMTP_" + code.getAsInt();
        return code.getAsInt() >= PERMANENT
                ? new Delivery.Refused(cause)
                : new Delivery.NotYet(cause);
    }

    /** The failures of a mail hang together by causes, by what came next, and by message. */
    private static OptionalInt replyCode(MailException failure) {
        var open = new ArrayDeque<Throwable>();
        var seen = new HashSet<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var next = open.remove();
            var code = codeOf(next);
            if (code.isPresent()) {
                return code;
            }
            if (seen.add(next)) {
                addIfAny(open, next.getCause());
                if (next instanceof MessagingException messaging) {
                    addIfAny(open, messaging.getNextException());
                }
                if (next instanceof MailSendException send) {
                    open.addAll(send.getFailedMessages().values());
                }
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt codeOf(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
            case SMTPSendFailedException send -> OptionalInt.of(send.getReturnCode());
            default -> OptionalInt.empty();
        };
    }

    private static void addIfAny(ArrayDeque<Throwable> open, @Nullable Throwable failure) {
        if (failure != null) {
            open.add(failure);
        }
    }
}
