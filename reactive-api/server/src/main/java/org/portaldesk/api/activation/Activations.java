package org.portaldesk.api.activation;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.IssueDecision;
import org.portaldesk.api.activation.model.IssueRules;
import org.portaldesk.api.activation.store.CodeStore;
import org.portaldesk.api.activation.store.IssueCase;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** What staff do with activation codes. */
@Component
public class Activations {

    private static final String CODE = "activation_code";

    /**
     * Decides anew when somebody else was faster. Goes around an idempotent act, so that a twin of
     * the request finds the answer that was kept.
     */
    public static final Retry WHEN_OVERTAKEN =
            Retry.backoff(12, Duration.ofMillis(10))
                    .maxBackoff(Duration.ofMillis(200))
                    .filter(Activations::isOvertaken)
                    .onRetryExhaustedThrow((spec, signal) -> crowded());

    private final CodeStore codes;
    private final CodeMint mint;
    private final Policy policy;
    private final Audit audit;

    Activations(CodeStore codes, CodeMint mint, Policy policy, Audit audit) {
        this.codes = codes;
        this.mint = mint;
        this.policy = policy;
        this.audit = audit;
    }

    /**
     * Issues a code, which ends an older one of the patient. Fails, for {@link #WHEN_OVERTAKEN} to
     * try again, when the facts changed between decision and act.
     */
    public Mono<IssueOutcome> issue(Caller caller, IssueWish wish, Kept kept) {
        return Mono.zip(
                        codes.findCase(wish.patientId(), wish.channel()),
                        policy.inForce().map(IssueRules::of))
                .flatMap(loaded -> decide(caller, wish, loaded.getT1(), loaded.getT2(), kept))
                .defaultIfEmpty(new IssueOutcome.NoSuchPatient());
    }

    /** How many days of 24 hours a code lives that goes out that way. */
    public Mono<Integer> days(Channel channel) {
        return policy.inForce().map(settings -> IssueRules.of(settings).days(channel));
    }

    /** The codes of one patient, newest first; empty for an unknown patient. */
    public Mono<Page<ActivationCode>> ofPatient(
            Caller caller, UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return codes.ofPatient(caller, patientId, Cursors.id(cursor), Cursor.rowsFor(limit))
                .map(rows -> Cursor.page(rows, limit, code -> Cursor.of(code.id())));
    }

    /** Codes of all patients, newest first. */
    public Mono<Page<ActivationCode>> list(
            Caller caller,
            @Nullable CodeState state,
            @Nullable Channel channel,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return codes.list(caller, state, channel, Cursors.id(cursor), Cursor.rowsFor(limit))
                .collectList()
                .map(rows -> Cursor.page(rows, limit, code -> Cursor.of(code.id())));
    }

    /**
     * Ends a live code.
     *
     * @param version that the caller has seen, if they say so
     */
    public Mono<RevokeOutcome> revoke(Caller caller, UUID id, String reason, OptionalInt version) {
        return Mono.defer(() -> codes.find(id))
                .flatMap(code -> revoke(caller, code, reason, version))
                .defaultIfEmpty(new RevokeOutcome.NoSuchCode())
                .retryWhen(WHEN_OVERTAKEN);
    }

    private Mono<IssueOutcome> decide(
            Caller caller, IssueWish wish, IssueCase found, IssueRules rules, Kept kept) {
        return switch (IssueDecision.on(
                found.facts(),
                wish.channel(),
                wish.reason(),
                rules.notBefore(found.ownAccountFrom()))) {
            case IssueDecision.Refused refused ->
                    audit.refused(
                                    caller,
                                    "CODE_ISSUED",
                                    wish.patientId(),
                                    "patient",
                                    wish.patientId().toString(),
                                    refused.refusal().name())
                            .thenReturn(new IssueOutcome.Refused(refused));
            case IssueDecision.MayIssue may ->
                    written(caller, wish, found, may)
                            .flatMap(code -> write(caller, code, kept))
                            .map(IssueOutcome.Issued::new);
        };
    }

    private Mono<CodeStore.NewCode> written(
            Caller caller, IssueWish wish, IssueCase found, IssueDecision.MayIssue may) {
        var issue = new NewCodes(caller, wish, found, may);
        return wish.channel() == Channel.HANDED_OVER
                // Randomness is read from the system, which may block.
                ? Mono.fromCallable(mint::mint)
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(issue::handedOver)
                : Mono.just(issue.sent());
    }

    private Mono<ActivationCode> write(Caller caller, CodeStore.NewCode issue, Kept kept) {
        return codes.issue(caller, issue, kept)
                .flatMap(issued -> issued ? Mono.just(issue.code()) : Mono.error(new Overtaken()));
    }

    private Mono<RevokeOutcome> revoke(
            Caller caller, ActivationCode code, String reason, OptionalInt version) {
        if (code.state() != CodeState.ISSUED) {
            return refused(caller, code, "NOT_LIVE").thenReturn(new RevokeOutcome.NotLive());
        }
        if (version.isPresent() && version.getAsInt() != code.version()) {
            return refused(caller, code, "STALE").thenReturn(new RevokeOutcome.Stale());
        }
        return codes.revoke(caller, code.id(), reason, code.version())
                .flatMap(done -> done ? codes.find(code.id()) : Mono.error(new Overtaken()))
                .map(RevokeOutcome.Revoked::new);
    }

    private Mono<Void> refused(Caller caller, ActivationCode code, String why) {
        return audit.refused(
                caller, "CODE_REVOKED", code.patientId(), CODE, code.id().toString(), why);
    }

    private static ProblemException crowded() {
        return ProblemException.of(
                ProblemCode.STATE_CONFLICT, "Others are changing the same thing. Read it again.");
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof Overtaken || CodeStore.isOvertaken(failure);
    }
}
