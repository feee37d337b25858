package org.portaldesk.api.activation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.IssueDecision;
import org.portaldesk.api.activation.store.CodeStore.NewCode;
import org.portaldesk.api.activation.store.IssueCase;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.CodeState;

/** Turns a decision into the code that is written and answered. */
record NewCodes(Caller caller, IssueWish wish, IssueCase found, IssueDecision.MayIssue may) {

    /** With its secret, for the person at the desk. */
    NewCode handedOver(CodeMint.Minted minted) {
        return code(minted, null);
    }

    /** Without: it is made when the letter or e-mail is. */
    NewCode sent() {
        return code(null, new ActivationCode.Delivery("QUEUED", found.facts().now()));
    }

    private NewCode code(
            CodeMint.@Nullable Minted minted, ActivationCode.@Nullable Delivery delivery) {
        var code =
                new ActivationCode(
                        found.freshId(),
                        found.patientId(),
                        found.name(),
                        found.mrn(),
                        CodeState.ISSUED,
                        wish.channel(),
                        found.facts().now(),
                        may.code().expiresAt(),
                        caller.name(),
                        minted == null ? null : minted.printed(),
                        null,
                        null,
                        0,
                        delivery,
                        1);
        return new NewCode(
                code,
                minted == null ? null : minted.hash(),
                wish.reason(),
                replaces(),
                may.override(),
                wish.codeRequest());
    }

    private @Nullable UUID replaces() {
        var current = found.facts().current();
        return current == null ? null : current.id();
    }
}
