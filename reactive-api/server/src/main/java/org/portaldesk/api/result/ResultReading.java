package org.portaldesk.api.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.model.Release;
import org.portaldesk.api.result.model.Viewer;
import org.portaldesk.api.result.store.ReadingRows;
import org.portaldesk.api.result.store.ReadingRows.Explained;
import org.portaldesk.api.result.store.ReadingRows.Grant;
import org.portaldesk.api.result.store.ReadingRows.Row;
import org.portaldesk.api.result.store.ReadingRows.Sight;
import org.portaldesk.contract.portal.PortalResultApi.PortalResults;
import org.portaldesk.contract.result.ViewerSight;
import org.portaldesk.contract.result.Visibility;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Results as patients and proxies see them, judged at the moment of reading, and the reasons.
 *
 * @see "docs/decisions/0080-results-are-judged-when-read.md"
 */
@Component
public class ResultReading {

    /** Every proxy reads it on every page: it must not tell that something is left out. */
    private static final String NOTICE =
            "Some information in a record may not be shown to people other than the patient.";

    private final ReadingRows rows;

    ResultReading(ReadingRows rows) {
        this.rows = rows;
    }

    /**
     * One page of what the caller may see.
     *
     * @param patient null for the caller's own record
     * @return empty when they may not see this patient's results, known or not; it is on record
     */
    public Mono<PortalResults> page(
            Caller caller,
            @Nullable UUID patient,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return rows.page(caller, patient, Cursor.parse(cursor, 2), Cursor.rowsFor(limit))
                .filter(sight -> sight.permitted() || patient == null)
                .map(sight -> page(sight, limit));
    }

    /**
     * Why somebody sees a result, or does not.
     *
     * @param grant null for the patient
     * @param at null for now
     * @return empty when the result was not this patient's at that moment, or the grant is on
     *     another record
     */
    public Mono<Visibility> explain(
            Caller caller, UUID patient, UUID result, @Nullable UUID grant, @Nullable Instant at) {
        return rows.facts(caller, patient, result, grant, at)
                .filter(known -> grant == null || !known.grants().isEmpty())
                .map(
                        known ->
                                judge(
                                        known,
                                        grant == null
                                                ? new Viewer.Patient()
                                                : viewer(known, known.grants().getFirst())));
    }

    /**
     * Who sees a result and why: the patient first, then each grant of that moment.
     *
     * @return empty when the result was not this patient's at that moment
     */
    public Mono<List<ViewerSight>> viewers(
            Caller caller, UUID patient, UUID result, @Nullable Instant at) {
        return rows.facts(caller, patient, result, null, at).map(ResultReading::viewers);
    }

    private static List<ViewerSight> viewers(Explained known) {
        var all = new ArrayList<ViewerSight>();
        var own = judge(known, new Viewer.Patient());
        all.add(new ViewerSight("patient", known.patientName(), own.visible(), own.trace()));
        for (var grant : known.grants()) {
            var sight = judge(known, viewer(known, grant));
            all.add(
                    new ViewerSight(
                            grant.id().toString(), grant.name(), sight.visible(), sight.trace()));
        }
        return all;
    }

    private static Visibility judge(Explained known, Viewer viewer) {
        return Release.judge(known.facts(), viewer, known.at());
    }

    private static PortalResults page(Sight sight, @Nullable Integer limit) {
        var page =
                Cursor.page(sight.rows(), limit, row -> Cursor.of(row.place(), row.result().id()));
        return new PortalResults(
                page.items().stream().map(Row::result).toList(),
                page.next(),
                sight.proxy() ? NOTICE : null);
    }

    private static Viewer viewer(Explained known, Grant grant) {
        return new Viewer.Proxy(
                grant.id(),
                grant.results(),
                grant.consented() ? Set.of() : Set.copyOf(known.hiddenTags()),
                grant.consented());
    }
}
