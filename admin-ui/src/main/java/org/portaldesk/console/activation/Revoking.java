package org.portaldesk.console.activation;

import java.util.List;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.activation.ActivationCode;

/** What is asked before a code is revoked. */
final class Revoking {

    private Revoking() {}

    static ReasonDialog.Words words(ActivationCode code) {
        return new ReasonDialog.Words(
                Texts.text("revoke.title"),
                Texts.text(
                        "revoke.text",
                        code.patientName(),
                        Formats.current().moment(code.issuedAt())),
                List.of(
                        Texts.text("revoke.reason.wrongPerson"),
                        Texts.text("revoke.reason.lost"),
                        Texts.text("revoke.reason.asked"),
                        Texts.text("revoke.reason.mistake"),
                        Texts.text("reason.other")),
                Texts.text("codes.revoke"));
    }
}
