package org.portaldesk.api.proxy;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.proxy.model.Approval;
import org.portaldesk.api.proxy.model.Proposal;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.api.proxy.model.ReviewCase.Verdict;
import org.portaldesk.api.proxy.model.ReviewLife;
import org.portaldesk.api.proxy.model.ReviewLife.Act;
import org.portaldesk.api.proxy.store.ApprovalRows;
import org.portaldesk.api.proxy.store.ApprovalRows.Granted;
import org.portaldesk.api.proxy.store.ReviewRows;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Approving: decision, grant, code of a new proxy and mails are one statement. What goes against
 * the rule or leaves what was asked for is only proposed, until a second person agrees.
 *
 * @see "docs/decisions/0073-four-eyes-in-the-database.md"
 */
@Component
public class Approvals {

    /** How often it is decided anew because the request has just changed. */
    private static final int AGAIN = 5;

    private final ReviewRows rows;
    private final ApprovalRows approvals;
    private final ProxyRequests requests;
    private final Desks desks;
    private final ProxyCodes codes;

    Approvals(
            ReviewRows rows,
            ApprovalRows approvals,
            ProxyRequests requests,
            Desks desks,
            ProxyCodes codes) {
        this.rows = rows;
        this.approvals = approvals;
        this.requests = requests;
        this.desks = desks;
        this.codes = codes;
    }

    /** Grants access, proposes to, or agrees to what somebody else has proposed. */
    public Mono<ReviewOutcome> approve(
            Caller caller, UUID id, ApproveProxyRequest wish, OptionalInt seen) {
        return attempt(caller, id, wish, seen, AGAIN);
    }

    private Mono<ReviewOutcome> attempt(
            Caller caller, UUID id, ApproveProxyRequest wish, OptionalInt seen, int attemptsLeft) {
        return desks.now()
                .flatMap(
                        desk ->
                                rows.caseOf(caller, id, wish)
                                        .flatMap(found -> judge(caller, found, wish, seen, desk)))
                .defaultIfEmpty(new ReviewOutcome.Unknown())
                .onErrorResume(
                        Overtaken.class,
                        overtaken ->
                                attemptsLeft > 0
                                        ? attempt(caller, id, wish, seen, attemptsLeft - 1)
                                        : Mono.just(new ReviewOutcome.Stale()));
    }

    private Mono<ReviewOutcome> judge(
            Caller caller,
            ReviewCase found,
            ApproveProxyRequest wish,
            OptionalInt seen,
            Desk desk) {
        var alone = wish.override() == null && found.chosen().deviations().isEmpty();
        var act = alone || isSecond(found) ? Act.APPROVE : Act.PROPOSE;
        var named = ReviewWish.to(act, seen);
        return switch (found.on(act, caller.id(), seen, false)) {
            case Verdict.May(var to) -> decide(caller, found, wish, named, to, desk);
            case Verdict verdict -> requests.refused(caller, found, named, verdict);
        };
    }

    private Mono<ReviewOutcome> decide(
            Caller caller,
            ReviewCase found,
            ApproveProxyRequest wish,
            ReviewWish named,
            ReviewLife to,
            Desk desk) {
        var patient = found.patient();
        if (patient == null) {
            return Mono.just(new ReviewOutcome.NoPatient());
        }
        if (!isSecond(found) && !caller.may(Permission.DECIDE_PROXY_REQUESTS)) {
            return refused(caller, found, named, firstOfTwo());
        }
        var rule =
                desk.access(
                        patient.birthDate(),
                        patient.deceased(),
                        found.kind(),
                        found.relationship());
        return switch (Approval.judge(found, caller.id(), wish, rule, desk.zone())) {
            case Approval.Granted(var proposal) -> grant(caller, found, proposal, false, desk);
            case Approval.Seconded(var proposal) -> grant(caller, found, proposal, true, desk);
            case Approval.Proposed(var proposal) -> propose(caller, found, proposal, to, desk);
            case Approval.Refused why -> refused(caller, found, named, why);
        };
    }

    private static boolean isSecond(ReviewCase found) {
        return found.life() instanceof ReviewLife.AwaitingSecondApproval;
    }

    private Mono<ReviewOutcome> propose(
            Caller caller, ReviewCase found, Proposal proposal, ReviewLife to, Desk desk) {
        return approvals
                .propose(caller, found, proposal, ReviewWish.promise(found, to, desk))
                .onErrorResume(DataIntegrityViolationException.class, guarded -> overtaken())
                .flatMap(done -> done ? done(caller, found.id(), null) : overtaken());
    }

    private Mono<ReviewOutcome> grant(
            Caller caller, ReviewCase found, Proposal proposal, boolean seconded, Desk desk) {
        return rows.emailOf(found.id())
                .flatMap(email -> codes.mint(email ? Channel.EMAIL : Channel.HANDED_OVER))
                .flatMap(
                        code ->
                                approved(caller, found, proposal, seconded, desk, code)
                                        .flatMap(
                                                granted ->
                                                        codes.toPatient(
                                                                        caller,
                                                                        found.id(),
                                                                        proposal)
                                                                .then(
                                                                        codes.toProxy(
                                                                                caller,
                                                                                found.id(),
                                                                                granted,
                                                                                code))))
                .flatMap(shown -> done(caller, found.id(), shown.orElse(null)));
    }

    private Mono<Granted> approved(
            Caller caller,
            ReviewCase found,
            Proposal proposal,
            boolean seconded,
            Desk desk,
            ProxyCodes.Minted code) {
        return approvals
                .approve(caller, found, proposal, desk.policy().id(), code.kept(), seconded)
                .onErrorResume(DataIntegrityViolationException.class, guarded -> overtaken())
                .switchIfEmpty(overtaken());
    }

    private Mono<ReviewOutcome> done(Caller caller, UUID id, @Nullable String code) {
        return requests.get(caller, id, code).map(ReviewOutcome.Done::new);
    }

    private Mono<ReviewOutcome> refused(
            Caller caller, ReviewCase found, ReviewWish named, Approval.Refused why) {
        return requests.refused(
                caller, found, named, why.code().name(), new ReviewOutcome.Refused(why));
    }

    private static Approval.Refused firstOfTwo() {
        return new Approval.Refused(
                ProblemCode.FORBIDDEN,
                "A reviewer approves first; your part is the second approval.",
                List.of());
    }

    private static <T> Mono<T> overtaken() {
        return Mono.error(Overtaken::new);
    }

    /** The request changed between decision and act: decide again. */
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("Overtaken", null, false, false);
        }
    }
}
