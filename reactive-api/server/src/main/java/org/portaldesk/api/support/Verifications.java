package org.portaldesk.api.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.support.model.Spoken;
import org.portaldesk.api.support.model.Stage;
import org.portaldesk.api.support.model.VerificationRules;
import org.portaldesk.api.support.store.VerificationRows;
import org.portaldesk.api.support.store.VerificationRows.Asked;
import org.portaldesk.api.support.store.VerificationRows.End;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.verification.AbandonReason;
import org.portaldesk.contract.verification.Conclusion;
import org.portaldesk.contract.verification.Verification;
import org.portaldesk.contract.verification.VerificationApi.Answer;
import org.portaldesk.contract.verification.VerificationApi.CodeSent;
import org.portaldesk.contract.verification.VerificationApi.Recorded;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Blind verification: the agent types what the caller says and learns only how it ends.
 *
 * @see "docs/decisions/0063-blind-verification.md"
 */
@Component
public class Verifications {

    /** An answer came while it was judged. */
    private static final Retry WHEN_OVERTAKEN = Retry.max(5).filter(Overtaken.class::isInstance);

    private final VerificationRows rows;
    private final Policy policy;
    private final Audit audit;
    private final SecretKeys keys;
    private final Facility facility;

    Verifications(
            VerificationRows rows, Policy policy, Audit audit, SecretKeys keys, Facility facility) {
        this.rows = rows;
        this.policy = policy;
        this.audit = audit;
        this.keys = keys;
        this.facility = facility;
    }

    /** Records what the caller says. */
    public Mono<Outcome<Recorded>> answer(Caller caller, UUID id, Answer answer) {
        return rows.asked(id, answer.fact())
                .flatMap(
                        asked ->
                                owned(
                                        caller,
                                        asked.stage(),
                                        "VERIFICATION_ANSWERED",
                                        stage -> answer(caller, answer, asked)))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    /** Sends a one-time code to the address on record. */
    public Mono<Outcome<CodeSent>> sendCode(Caller caller, UUID id, Verification.SendTo to) {
        return rows.stage(id)
                .flatMap(
                        stage ->
                                owned(
                                        caller,
                                        stage,
                                        "PROOF_CODE_SENT",
                                        mine -> sendCode(caller, mine, to)))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    /** Ends it by what was answered. */
    public Mono<Outcome<Conclusion>> conclude(Caller caller, UUID id) {
        return Mono.zip(Mono.defer(() -> rows.stage(id)), rules())
                .flatMap(
                        loaded ->
                                owned(
                                        caller,
                                        loaded.getT1(),
                                        "VERIFICATION_CONCLUDED",
                                        stage -> conclude(caller, stage, loaded.getT2())))
                .defaultIfEmpty(new Outcome.Unknown<>())
                .retryWhen(WHEN_OVERTAKEN);
    }

    /** Gives it up, which is no failure. */
    public Mono<Outcome<Conclusion>> abandon(Caller caller, UUID id, AbandonReason reason) {
        var end = new End("ABANDONED", List.of(), 0, reason.name());
        return Mono.zip(Mono.defer(() -> rows.stage(id)), rules())
                .flatMap(
                        loaded ->
                                owned(
                                        caller,
                                        loaded.getT1(),
                                        "VERIFICATION_ABANDONED",
                                        stage -> end(caller, stage, loaded.getT2(), end)))
                .defaultIfEmpty(new Outcome.Unknown<>())
                .retryWhen(WHEN_OVERTAKEN);
    }

    private Mono<Outcome<Recorded>> answer(Caller caller, Answer answer, Asked asked) {
        if (asked.answers() >= VerificationRules.TRIES) {
            return refused(
                    caller,
                    asked.stage(),
                    "VERIFICATION_ANSWERED",
                    ProblemCode.TOO_MANY_ANSWERS,
                    "Go on with another fact.");
        }
        var today = LocalDate.now(facility.zone());
        var fits =
                new Spoken(answer.value(), today, codeHmacs()).fits(answer.fact(), asked.record());
        return rows.answer(caller, asked.stage().id(), answer.fact(), fits)
                .flatMap(
                        done ->
                                done
                                        ? Mono.just(new Outcome.Done<>(new Recorded(true)))
                                        : ended(caller, asked.stage(), "VERIFICATION_ANSWERED"));
    }

    private List<UnaryOperator<byte[]>> codeHmacs() {
        return keys.codes().all().stream().<UnaryOperator<byte[]>>map(key -> key::hmac).toList();
    }

    private Mono<Outcome<CodeSent>> sendCode(Caller caller, Stage stage, Verification.SendTo to) {
        if (!stage.codeOffered()) {
            return refused(
                    caller,
                    stage,
                    "PROOF_CODE_SENT",
                    ProblemCode.NOT_OFFERED,
                    "There is no contact that a code may go to.");
        }
        return rules().flatMap(rules -> rows.sendCode(caller, stage.id(), rules.codeMinutes()))
                .<Outcome<CodeSent>>map(until -> new Outcome.Done<>(new CodeSent(to, until)))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        refused(
                                                caller,
                                                stage,
                                                "PROOF_CODE_SENT",
                                                ProblemCode.NOT_OFFERED,
                                                "Enough codes were sent.")));
    }

    private Mono<Outcome<Conclusion>> conclude(
            Caller caller, Stage stage, VerificationRules rules) {
        List<AccountAct> acts =
                stage.isExhausted(rules, isSupervisor(caller))
                        ? List.of()
                        : rules.opened(stage.matched());
        var state = acts.isEmpty() ? "FAILED" : "PASSED";
        return end(caller, stage, rules, new End(state, acts, rules.windowMinutes(), null));
    }

    private Mono<Outcome<Conclusion>> end(
            Caller caller, Stage stage, VerificationRules rules, End end) {
        var outcome = Conclusion.Outcome.valueOf(end.state());
        var failures = stage.failures() + (outcome == Conclusion.Outcome.FAILED ? 1 : 0);
        return rows.end(caller, stage, end)
                .switchIfEmpty(Mono.error(Overtaken::new))
                .map(
                        until ->
                                new Outcome.Done<>(
                                        new Conclusion(
                                                stage.id(),
                                                outcome,
                                                until.orElse(null),
                                                end.acts(),
                                                rules.attemptsLeft(failures))));
    }

    /** To others than its agent a verification does not exist. */
    private <T> Mono<Outcome<T>> owned(
            Caller caller, Stage stage, String act, Function<Stage, Mono<Outcome<T>>> doing) {
        if (!stage.agent().equals(caller.id())) {
            return record(caller, stage, act, "OTHER_AGENT").thenReturn(new Outcome.Unknown<>());
        }
        return stage.open() ? doing.apply(stage) : ended(caller, stage, act);
    }

    private <T> Mono<Outcome<T>> ended(Caller caller, Stage stage, String act) {
        return refused(
                caller, stage, act, ProblemCode.STATE_CONFLICT, "The verification has ended.");
    }

    private <T> Mono<Outcome<T>> refused(
            Caller caller, Stage stage, String act, ProblemCode code, String detail) {
        return record(caller, stage, act, code.name()).thenReturn(Outcome.Refused.by(code, detail));
    }

    private Mono<Void> record(Caller caller, Stage stage, String act, String why) {
        return audit.refused(
                caller, act, stage.patientId(), "verification", stage.id().toString(), why);
    }

    private Mono<VerificationRules> rules() {
        return policy.inForce().map(VerificationRules::of);
    }

    static boolean isSupervisor(Caller caller) {
        return caller.staffRoles().contains(StaffRole.SUPERVISOR);
    }
}
