package org.portaldesk.api.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.support.store.CallRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.VerificationApi.WriteNote;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Calls, each with the verification that it began with, what was done in it, and its note. */
@Component
public class Calls {

    private final CallRows rows;
    private final Audit audit;

    Calls(CallRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** The calls about a patient, newest first; empty when there is no such patient. */
    public Mono<Page<Call>> ofPatient(
            Caller caller, UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        return rows.ofPatient(
                        caller,
                        patientId,
                        last == null ? null : last.uuid(0),
                        Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, call -> Cursor.of(call.id())));
    }

    /** Writes the note of the caller's own call, once. */
    public Mono<Outcome<Call>> note(Caller caller, UUID id, WriteNote note) {
        return rows.note(caller, id, note.reason(), note.text())
                .flatMap(done -> rows.own(caller, id).flatMap(call -> noted(caller, call, done)))
                .switchIfEmpty(
                        audit.refused(
                                        caller,
                                        "CALL_NOTED",
                                        null,
                                        "verification",
                                        id.toString(),
                                        "NOT_FOUND")
                                .thenReturn(new Outcome.Unknown<>()));
    }

    private Mono<Outcome<Call>> noted(Caller caller, Call call, boolean done) {
        return done
                ? Mono.just(new Outcome.Done<>(call))
                : audit.refused(
                                caller,
                                "CALL_NOTED",
                                call.patientId(),
                                "verification",
                                call.id().toString(),
                                "STATE_CONFLICT")
                        .thenReturn(
                                Outcome.Refused.by(
                                        ProblemCode.STATE_CONFLICT,
                                        "A call has one note, written after the verification."));
    }
}
