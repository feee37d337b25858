package org.portaldesk.api.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.support.store.TakeoverRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Watches for accounts that may be changing hands, and keeps the privacy officer's cases.
 *
 * @see "docs/decisions/0065-takeover-watch.md"
 */
@Component
public class TakeoverWatch {

    private final TakeoverRows rows;
    private final Audit audit;

    TakeoverWatch(TakeoverRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** Opens the cases that there are to open; after each reset, and every few seconds. */
    Mono<Void> look() {
        return rows.watch(Caller.system("Takeover watch", "takeover-watch"));
    }

    /** The newest first. */
    public Mono<Page<TakeoverCase>> list(
            Caller caller,
            TakeoverCase.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        return rows.list(caller, state, last == null ? null : last.uuid(0), Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, seen -> Cursor.of(seen.id())));
    }

    /** Ends a case, and with it the hold on resets. */
    public Mono<Outcome<TakeoverCase>> close(Caller caller, UUID id, String note) {
        return rows.close(caller, id, note)
                .flatMap(
                        done ->
                                rows.find(id)
                                        .flatMap(
                                                found ->
                                                        done
                                                                ? Mono.just(
                                                                        new Outcome.Done<>(found))
                                                                : closed(caller, found)))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private Mono<Outcome<TakeoverCase>> closed(Caller caller, TakeoverCase found) {
        return audit.refused(
                        caller,
                        "TAKEOVER_CASE_CLOSED",
                        found.patientId(),
                        "takeover_case",
                        found.id().toString(),
                        "STATE_CONFLICT")
                .thenReturn(
                        Outcome.Refused.by(
                                ProblemCode.STATE_CONFLICT, "The case is closed already."));
    }
}
