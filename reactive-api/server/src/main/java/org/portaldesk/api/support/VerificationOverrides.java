package org.portaldesk.api.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.support.model.VerificationRules;
import org.portaldesk.api.support.store.OverrideRows;
import org.portaldesk.api.support.store.VerificationRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.verification.VerificationOverride;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Four eyes on one more verification after too many have failed. */
@Component
public class VerificationOverrides {

    private final VerificationRows verifications;
    private final OverrideRows rows;
    private final Policy policy;
    private final Audit audit;

    VerificationOverrides(
            VerificationRows verifications, OverrideRows rows, Policy policy, Audit audit) {
        this.verifications = verifications;
        this.rows = rows;
        this.policy = policy;
        this.audit = audit;
    }

    /** Asks a supervisor to let the caller verify once more. */
    public Mono<Outcome<VerificationOverride>> ask(Caller caller, UUID patientId, String reason) {
        return Mono.zip(
                        verifications.beginning(caller.id(), patientId),
                        policy.inForce().map(VerificationRules::of))
                .flatMap(
                        loaded ->
                                loaded.getT2().attemptsLeft(loaded.getT1().failures()) > 0
                                        ? refused(
                                                caller,
                                                patientId,
                                                ProblemCode.NOTHING_TO_OVERRIDE,
                                                "Attempts are left.")
                                        : write(caller, patientId, reason))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    /** Oldest first. */
    public Mono<Page<VerificationOverride>> list(
            Caller caller,
            VerificationOverride.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        return rows.list(caller, state, last == null ? null : last.uuid(0), Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, word -> Cursor.of(word.id())));
    }

    /** The second person's word, yes or no. */
    public Mono<Outcome<VerificationOverride>> decide(
            Caller caller, UUID id, VerificationOverride.State state, String reason) {
        return rows.find(id)
                .flatMap(
                        found ->
                                found.requestedBy().equals(caller.id())
                                        ? refused(
                                                caller,
                                                found,
                                                state,
                                                ProblemCode.SAME_PERSON,
                                                "Somebody else must decide.")
                                        : write(caller, found, state, reason))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private Mono<Outcome<VerificationOverride>> write(
            Caller caller, UUID patientId, String reason) {
        return rows.ask(caller, patientId, reason)
                .flatMap(this::done)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        refused(
                                                caller,
                                                patientId,
                                                ProblemCode.STATE_CONFLICT,
                                                "Somebody has asked already.")));
    }

    private Mono<Outcome<VerificationOverride>> write(
            Caller caller,
            OverrideRows.Found found,
            VerificationOverride.State state,
            String reason) {
        return rows.decide(caller, found.seen().id(), state, reason)
                .flatMap(
                        done ->
                                done
                                        ? done(found.seen().id())
                                        : refused(
                                                caller,
                                                found,
                                                state,
                                                ProblemCode.STATE_CONFLICT,
                                                "Somebody has decided already."));
    }

    private Mono<Outcome<VerificationOverride>> done(UUID id) {
        return rows.find(id).map(found -> new Outcome.Done<>(found.seen()));
    }

    private Mono<Outcome<VerificationOverride>> refused(
            Caller caller, UUID patientId, ProblemCode code, String detail) {
        return audit.refused(
                        caller,
                        "VERIFICATION_OVERRIDE_REQUESTED",
                        patientId,
                        "patient",
                        patientId.toString(),
                        code.name())
                .thenReturn(Outcome.Refused.by(code, detail));
    }

    private Mono<Outcome<VerificationOverride>> refused(
            Caller caller,
            OverrideRows.Found found,
            VerificationOverride.State state,
            ProblemCode code,
            String detail) {
        return audit.refused(
                        caller,
                        "VERIFICATION_OVERRIDE_" + state,
                        found.seen().patientId(),
                        "verification_override",
                        found.seen().id().toString(),
                        code.name())
                .thenReturn(Outcome.Refused.by(code, detail));
    }
}
