package org.portaldesk.api.staff.store;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.staff.model.StaffEvent;
import org.portaldesk.api.staff.model.StaffStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** How far Keycloak's events are on record, in PostgreSQL. */
@Component
public class StaffEventRows {

    private final Database database;
    private final JsonMapper json;

    StaffEventRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Begins a round.
     *
     * @return when the last event happened that is on record; empty while another instance is at it
     */
    public Mono<Instant> begin(StaffStream stream, Duration apart) {
        var seconds = apart.toMillis() / 1_000.0;
        return database.statement(StaffEventSql.BEGIN, stream.name(), seconds)
                .map((row, _) -> get(row, "up_to", Instant.class))
                .one();
    }

    /**
     * Puts those on record that are not.
     *
     * @param last when the last of them happened
     * @return how many went onto the record
     */
    public Mono<Long> keep(StaffStream stream, List<StaffEvent> events, Instant last) {
        var page = json.writeValueAsString(events.stream().map(StaffEventRows::row).toList());
        return database.statement(StaffEventSql.KEEP, stream.name(), page, last)
                .map((row, _) -> get(row, "kept", Long.class))
                .one();
    }

    private static Map<String, @Nullable Object> row(StaffEvent event) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", event.id());
        row.put("at", event.at().toString());
        row.put("act", event.act().onRecord());
        row.put("refused", event.act().isRefusal());
        row.put("person", event.person());
        row.put("username", event.username());
        row.put("address", event.address());
        row.put("objectType", event.objectType());
        row.put("objectId", event.objectId());
        row.put("reason", event.reason());
        row.put("after", event.after());
        return row;
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
