package org.portaldesk.api.support;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.support.model.Prompts;
import org.portaldesk.api.support.model.VerificationRules;
import org.portaldesk.api.support.store.VerificationRows;
import org.portaldesk.api.support.store.VerificationRows.Beginning;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Consent;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.StartVerification;
import org.portaldesk.contract.verification.Verification;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * How a verification begins: who may start one, and what its script asks.
 *
 * @see "docs/decisions/0063-blind-verification.md"
 */
@Component
public class VerificationStarts {

    /** Somebody else has started one for the same patient in the same moment. */
    private static final Retry ONCE_MORE =
            Retry.max(2).filter(DuplicateKeyException.class::isInstance);

    private final VerificationRows rows;
    private final Policy policy;
    private final Audit audit;

    VerificationStarts(VerificationRows rows, Policy policy, Audit audit) {
        this.rows = rows;
        this.policy = policy;
        this.audit = audit;
    }

    /** Starts one; whatever was open for the patient ends by it. */
    public Mono<Outcome<Verification>> start(
            Caller caller, UUID patientId, StartVerification start) {
        return Mono.zip(
                        rows.beginning(caller.id(), patientId),
                        policy.inForce().map(VerificationRules::of))
                .flatMap(loaded -> start(caller, patientId, start, loaded.getT1(), loaded.getT2()))
                .defaultIfEmpty(new Outcome.Unknown<>())
                .retryWhen(ONCE_MORE);
    }

    private Mono<Outcome<Verification>> start(
            Caller caller,
            UUID patientId,
            StartVerification start,
            Beginning beginning,
            VerificationRules rules) {
        var consent = consent(start, beginning);
        if (consent == null && start.caller() != CallerKind.PATIENT) {
            return refused(
                    caller,
                    patientId,
                    ProblemCode.CONSENT_REQUIRED,
                    "Record name, relation and consent.");
        }
        if (beginning.seen().contains(Fact.BIRTH_DATE)) {
            return refused(
                    caller,
                    patientId,
                    ProblemCode.SEEN_BY_AGENT,
                    "You have seen this patient's birth date within the hour.");
        }
        var needsWord =
                rules.attemptsLeft(beginning.failures()) == 0
                        && !Verifications.isSupervisor(caller);
        if (needsWord && beginning.overrideId() == null) {
            return exhausted(caller, patientId);
        }
        return rows.start(
                        caller,
                        patientId,
                        start,
                        consent,
                        needsWord ? beginning.overrideId() : null)
                .map(started -> done(patientId, start, started, beginning, rules))
                .switchIfEmpty(Mono.defer(() -> exhausted(caller, patientId)));
    }

    private Mono<Outcome<Verification>> exhausted(Caller caller, UUID patientId) {
        return refused(
                caller,
                patientId,
                ProblemCode.SUPERVISOR_ONLY,
                "Too many verifications have failed.");
    }

    private static Outcome<Verification> done(
            UUID patientId,
            StartVerification start,
            VerificationRows.Started started,
            Beginning beginning,
            VerificationRules rules) {
        return new Outcome.Done<>(
                new Verification(
                        started.id(),
                        patientId,
                        start.caller(),
                        started.at(),
                        rules.script().stream()
                                .filter(fact -> !beginning.seen().contains(fact))
                                .map(fact -> new Verification.Step(fact, Prompts.of(fact)))
                                .toList(),
                        rules.attemptsLeft(beginning.failures()),
                        beginning.codeOffered() ? List.of(Verification.SendTo.EMAIL) : List.of()));
    }

    private Mono<Outcome<Verification>> refused(
            Caller caller, UUID patientId, ProblemCode code, String detail) {
        return audit.refused(
                        caller,
                        "VERIFICATION_STARTED",
                        patientId,
                        "patient",
                        patientId.toString(),
                        code.name())
                .thenReturn(Outcome.Refused.by(code, detail));
    }

    /** By what right somebody calls who is not the patient; {@code null} when there is none. */
    private static @Nullable Consent consent(StartVerification start, Beginning beginning) {
        var name = start.name();
        if (start.caller() == CallerKind.PATIENT || name == null || name.isBlank()) {
            return null;
        }
        if (start.consent() != null && start.consent() != Consent.ACTIVE_GRANT) {
            return isBlank(start.relation()) ? null : start.consent();
        }
        return start.caller() == CallerKind.PROXY && beginning.proxies().include(name)
                ? Consent.ACTIVE_GRANT
                : null;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
