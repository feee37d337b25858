package org.portaldesk.api.result;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.store.DisclosureRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCaseApi.Close;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Results in error that somebody had seen, as the privacy officer works on them.
 *
 * @see "docs/decisions/0083-misdirected-results.md"
 */
@Component
public class Disclosures {

    private final DisclosureRows rows;
    private final Audit audit;

    Disclosures(DisclosureRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** The newest first. */
    public Mono<Page<DisclosureCase>> list(
            Caller caller,
            DisclosureCase.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var before = Cursor.parse(cursor, 1);
        return rows.list(
                        caller,
                        state,
                        before == null ? null : before.uuid(0),
                        Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, one -> Cursor.of(one.id())));
    }

    /**
     * Ends a case.
     *
     * @return the case and whether this call closed it; empty when there is none of this id
     */
    public Mono<Closing> close(Caller caller, UUID id, Close close) {
        return rows.close(caller, id, close)
                .flatMap(
                        done ->
                                rows.find(id)
                                        .flatMap(
                                                found ->
                                                        done
                                                                ? Mono.just(
                                                                        new Closing(found, true))
                                                                : refused(caller, found)));
    }

    /** What came of closing one. */
    public record Closing(DisclosureCase found, boolean done) {}

    private Mono<Closing> refused(Caller caller, DisclosureCase found) {
        return audit.refused(
                        caller,
                        "DISCLOSURE_CASE_CLOSED",
                        found.patientId(),
                        "disclosure_case",
                        found.id().toString(),
                        "STATE_CONFLICT")
                .thenReturn(new Closing(found, false));
    }
}
