package org.portaldesk.api.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.Activations;
import org.portaldesk.api.activation.IssueOutcome;
import org.portaldesk.api.activation.IssueWish;
import org.portaldesk.api.activation.Refusals;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.support.model.ActWish;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.Channel;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A fresh activation code for a verified caller, to the contact on record and nowhere else. */
@Component
public class CodeResend {

    private final AccountActs acts;
    private final Activations activations;
    private final Idempotency idempotency;

    CodeResend(AccountActs acts, Activations activations, Idempotency idempotency) {
        this.acts = acts;
        this.activations = activations;
        this.idempotency = idempotency;
    }

    /** Issues a code by e-mail, which kills the older one. */
    public Mono<Outcome<PortalAccount>> resend(Caller caller, ActWish wish, @Nullable String key) {
        return acts.judged(
                caller,
                wish,
                facts -> acts.begun(caller, wish, id -> issueOnce(caller, wish, id, key)));
    }

    private Mono<Outcome<PortalAccount>> issueOnce(
            Caller caller, ActWish wish, UUID id, @Nullable String key) {
        var act = "resend-code:" + wish.patientId();
        return idempotency
                .once(
                        caller,
                        key,
                        act,
                        wish,
                        ActivationCode.class,
                        kept -> issue(caller, wish, kept))
                .onErrorResume(ProblemException.class, refused -> failed(caller, wish, id, refused))
                .flatMap(code -> acts.done(caller, wish, id));
    }

    private Mono<ActivationCode> issue(Caller caller, ActWish wish, Kept kept) {
        var issue =
                new IssueWish(
                        wish.patientId(), Channel.EMAIL, "Support call: " + wish.reason(), null);
        return Mono.defer(() -> activations.issue(caller, issue, kept))
                .retryWhen(Activations.WHEN_OVERTAKEN)
                .map(CodeResend::code);
    }

    private Mono<ActivationCode> failed(
            Caller caller, ActWish wish, UUID id, ProblemException refused) {
        return acts.failed(caller, wish, id, refused.code().name()).then(Mono.error(refused));
    }

    private static ActivationCode code(IssueOutcome outcome) {
        return switch (outcome) {
            case IssueOutcome.Issued(var code) -> code;
            case IssueOutcome.Refused(var why) -> throw Refusals.of(why);
            case IssueOutcome.NoSuchPatient() -> throw ProblemException.notFound();
        };
    }
}
