package org.portaldesk.api.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.privacy.store.WatchRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCase.Finding;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Goes through the looks at records as they come, and raises those that somebody should ask about.
 *
 * @see "docs/decisions/0096-watch-rules.md"
 */
@Component
public class WatchRules {

    private static final Setting<Integer> MANY =
            Setting.number("watch.patients-per-hour", 120, 2, 100_000);

    private static final Caller WATCH = Caller.system("Watch rules", "watch-rules");

    private final WatchRows rows;
    private final Audit audit;
    private final Policy policy;

    WatchRules(WatchRows rows, Audit audit, Policy policy) {
        this.rows = rows;
        this.audit = audit;
        this.policy = policy;
    }

    /** What came of closing a case. */
    public sealed interface Closing {

        record Closed(WatchCase done) implements Closing {}

        /** Somebody closed it before, or it is about the caller. */
        record Refused(ProblemCode code) implements Closing {}
    }

    /** One round over what is new on the record. */
    Mono<Void> look() {
        return policy.inForce()
                .flatMap(
                        settings ->
                                rows.look(
                                        WATCH, settings.get(MANY), ReadingBudgets.byRole(settings)))
                .repeat(10_000)
                .takeUntil(more -> !more)
                .then();
    }

    /** The newest first. */
    public Mono<Page<WatchCase>> list(
            Caller caller,
            WatchCase.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        return rows.list(caller, state, last == null ? null : last.uuid(0), Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, seen -> Cursor.of(seen.id())));
    }

    /** Ends a case; nothing for an unknown one. */
    public Mono<Closing> close(Caller caller, UUID id, Finding finding, String note) {
        return rows.close(caller, id, finding, note)
                .flatMap(
                        done ->
                                rows.find(id)
                                        .flatMap(
                                                found ->
                                                        done
                                                                ? Mono.just(
                                                                        new Closing.Closed(found))
                                                                : refused(caller, found)));
    }

    private Mono<Closing> refused(Caller caller, WatchCase found) {
        var code =
                found.state() == WatchCase.State.CLOSED
                        ? ProblemCode.STATE_CONFLICT
                        : ProblemCode.AGAINST_RULE;
        return audit.refused(
                        caller,
                        "WATCH_CASE_CLOSED",
                        found.patientId(),
                        "watch_case",
                        found.id().toString(),
                        code.name())
                .thenReturn(new Closing.Refused(code));
    }
}
