package org.portaldesk.console.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.audit.SavedSearch;
import org.portaldesk.contract.audit.SavedSearchApi;
import reactor.core.publisher.Mono;

/** Two kept searches of the record, until others are kept or some removed. */
public final class Searches implements SavedSearchApi {

    private final Desk desk;
    private final List<SavedSearch> kept = new CopyOnWriteArrayList<>();

    Searches(Desk desk) {
        this.desk = desk;
        reset();
    }

    public void reset() {
        kept.clear();
        kept.add(
                search(
                        "Refusals of the week",
                        new SavedSearch.Criteria(
                                null,
                                null,
                                null,
                                null,
                                AuditOutcome.REFUSED,
                                null,
                                null,
                                7,
                                AuditSort.STAFF)));
        kept.add(
                search(
                        "Kai Brown in November",
                        new SavedSearch.Criteria(
                                null,
                                "kai.brown",
                                null,
                                null,
                                null,
                                Instant.parse("2026-11-01T04:00:00Z"),
                                Instant.parse("2026-12-01T05:00:00Z"),
                                null,
                                null)));
    }

    public void none() {
        kept.clear();
    }

    @Override
    public Mono<Page<SavedSearch>> list() {
        return desk.read("searches", () -> new Page<>(List.copyOf(kept), null));
    }

    @Override
    public Mono<SavedSearch> save(Save save) {
        return desk.act(
                "keep " + save.name() + ": " + save.criteria(),
                () -> {
                    kept.removeIf(one -> one.name().equals(save.name()));
                    kept.addFirst(search(save.name(), save.criteria()));
                    return kept.getFirst();
                });
    }

    @Override
    public Mono<Void> remove(UUID id) {
        return desk.act("forget " + id, () -> kept.removeIf(one -> one.id().equals(id))).then();
    }

    private static SavedSearch search(String name, SavedSearch.Criteria criteria) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new SavedSearch(id, name, criteria, Instant.parse("2026-11-20T10:00:00Z"));
    }
}
