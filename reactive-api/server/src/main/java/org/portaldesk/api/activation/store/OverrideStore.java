package org.portaldesk.api.activation.store;

import static org.portaldesk.api.activation.store.CodeRow.get;
import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.OverrideLife;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverride.Collision;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Overrides in the database. Each method is one statement. */
@Component
public class OverrideStore {

    private final Database database;

    OverrideStore(Database database) {
        this.database = database;
    }

    /**
     * @param seen as staff see it
     */
    public record Found(ContactOverride seen, OverrideLife life) {}

    /** The id of the new one; empty when one is open already. */
    public Mono<UUID> ask(
            Caller caller, UUID patientId, Channel channel, Set<Collision> found, String reason) {
        return database.statement(
                        OverrideSql.ASK,
                        caller.asJson(),
                        patientId,
                        channel.name(),
                        found.stream().map(Enum::name).sorted().toArray(String[]::new),
                        reason)
                .map(row -> get(row, "id", UUID.class))
                .first();
    }

    /** Empty when there is no such override. */
    public Mono<Found> find(UUID id) {
        return database.statement(OverrideSql.ONE, id).map(OverrideStore::found).one();
    }

    /** Oldest first. */
    public Flux<ContactOverride> list(
            Caller caller, ContactOverride.@Nullable State state, @Nullable UUID after, int rows) {
        return database.statement(
                        OverrideSql.LIST,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(after, UUID.class),
                        rows)
                .map(OverrideStore::seen)
                .all();
    }

    /** False when it is decided already, or the caller is who asked. */
    public Mono<Boolean> decide(
            Caller caller, UUID id, ContactOverride.State state, String reason) {
        return database.statement(
                        OverrideSql.DECIDE,
                        caller.asJson(),
                        id,
                        state.name(),
                        reason,
                        (int) OverrideLife.GOOD_FOR.toHours())
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }

    private static Found found(Readable row) {
        return new Found(seen(row), life(row));
    }

    private static OverrideLife life(Readable row) {
        return switch (ContactOverride.State.valueOf(get(row, "state", String.class))) {
            case REQUESTED -> new OverrideLife.Requested(get(row, "requested_by", String.class));
            case APPROVED -> new OverrideLife.Approved(get(row, "expires_at", Instant.class));
            case DECLINED -> new OverrideLife.Declined();
            case USED -> new OverrideLife.Used();
        };
    }

    private static ContactOverride seen(Readable row) {
        return new ContactOverride(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                CodeRow.name(row).familyFirst(),
                get(row, "mrn", String.class),
                Channel.valueOf(get(row, "channel", String.class)),
                IssueCase.collisions(row),
                ContactOverride.State.valueOf(get(row, "state", String.class)),
                get(row, "reason", String.class),
                get(row, "requested_by_name", String.class),
                get(row, "requested_at", Instant.class),
                row.get("decided_by_name", String.class),
                row.get("decided_at", Instant.class),
                row.get("decision_reason", String.class),
                row.get("expires_at", Instant.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }
}
