package org.portaldesk.api.privacy.store;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Between our ids of patients and the feed's; they tell nothing else of anybody. */
@Component
public class PatientIds {

    private record Pair(UUID ours, String feeds) {}

    private static final String OURS = "SELECT id FROM patient WHERE fhir_id = $1";
    private static final String FEEDS =
            "SELECT id, fhir_id FROM patient WHERE id = ANY ($1::uuid[])";

    private final Database database;

    PatientIds(Database database) {
        this.database = database;
    }

    /** Ours; nothing for an unknown patient. */
    public Mono<UUID> ours(String feeds) {
        return database.statement(OURS, feeds)
                .map((row, _) -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one();
    }

    /** The feed's, by ours. */
    public Mono<Map<UUID, String>> feeds(Collection<UUID> ours) {
        Object ids = ours.toArray(UUID[]::new);
        return database.statement(FEEDS, ids)
                .map(
                        (row, _) ->
                                new Pair(
                                        Objects.requireNonNull(row.get("id", UUID.class)),
                                        Objects.requireNonNull(row.get("fhir_id", String.class))))
                .all()
                .collectMap(Pair::ours, Pair::feeds);
    }
}
