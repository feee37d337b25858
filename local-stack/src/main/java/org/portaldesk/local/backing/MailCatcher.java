package org.portaldesk.local.backing;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Ports.Server;

/**
 * Takes every mail that anybody sends, whoever it is for, and keeps it in the one mailbox of the
 * one user, to be read over IMAP. Nothing leaves the machine. The mails are in memory and end with
 * the process.
 */
public final class MailCatcher implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;
    private final ServerSetup smtp;
    private final ServerSetup imap;
    private final Login login;

    private MailCatcher(ServerSetup smtp, ServerSetup imap, Login login) {
        this.server = new GreenMail(new ServerSetup[] {smtp, imap});
        this.smtp = smtp;
        this.imap = imap;
        this.login = login;
    }

    /** Starts both servers on the loopback address; both ask for user and password. */
    public static MailCatcher start(Installation installation) {
        return start(LOOPBACK, installation.ports(), installation.mailLogin());
    }

    /** Starts both servers where this host name leads to. */
    public static MailCatcher start(String host, Ports ports, Login login) {
        var smtp = new ServerSetup(ports.of(Server.SMTP), host, ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(ports.of(Server.IMAP), host, ServerSetup.PROTOCOL_IMAP);
        var catcher = new MailCatcher(smtp, imap, login);
        catcher.server.start();
        GreenMailUser everybody =
                catcher.server.setUser(
                        "mail@localhost", catcher.login.username(), catcher.login.password());
        catcher.server.getUserManager().setAuthRequired(true);
        catcher.server.getUserManager().setMessageDeliveryHandler((_, _) -> everybody);
        return catcher;
    }

    public int smtpPort() {
        return smtp.getPort();
    }

    public int imapPort() {
        return imap.getPort();
    }

    public Login login() {
        return login;
    }

    /** All mails so far, oldest first. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    /** Waits until so many mails are there in all; whether they came in time. */
    public boolean await(int count, Duration patience) {
        return server.waitForIncomingEmail(patience.toMillis(), count);
    }

    @Override
    public void close() {
        server.stop();
    }
}
