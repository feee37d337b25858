package org.portaldesk.api.privacy.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.privacy.model.Thing;
import org.portaldesk.contract.privacy.Restriction;
import org.portaldesk.contract.privacy.RestrictionApi.BreakGlass;
import org.portaldesk.contract.privacy.RestrictionApi.BrokenGlass;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Restricted records and broken glass in PostgreSQL. */
@Component
public class GlassRows {

    private final Database database;

    GlassRows(Database database) {
        this.database = database;
    }

    /** All restricted patients. */
    public Mono<Set<UUID>> known() {
        return database.statement(GlassSql.KNOWN)
                .map((row, _) -> get(row, "patient_id", UUID.class))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whose thing that is, where their record is closed to the caller; else nothing. */
    public Mono<UUID> closed(Caller to, Thing thing, UUID id) {
        return database.statement(GlassSql.closed(thing), to.asJson(), id)
                .map((row, _) -> get(row, "patient_id", UUID.class))
                .one();
    }

    /**
     * Those restricted last first, on record as read.
     *
     * @param patient only this one
     * @param since where the last page ended, together with {@code after}
     */
    public Mono<List<Restriction>> list(
            Caller caller,
            @Nullable UUID patient,
            @Nullable Instant since,
            @Nullable UUID after,
            int rows) {
        return database.statement(
                        GlassSql.LIST,
                        caller.asJson(),
                        nullable(since, Instant.class),
                        nullable(after, UUID.class),
                        rows,
                        nullable(patient, UUID.class))
                .map((row, _) -> restriction(row))
                .all()
                .collectList();
    }

    /**
     * Restricts a record, on record either way.
     *
     * @return nothing for an unknown patient, an empty one when it is restricted already
     */
    public Mono<Optional<Restriction>> restrict(Caller caller, UUID patient, String reason) {
        return changed(GlassSql.RESTRICT, caller, patient, reason);
    }

    /**
     * Lifts a restriction, on record either way.
     *
     * @return nothing for an unknown patient, an empty one when there is no restriction
     */
    public Mono<Optional<Restriction>> lift(Caller caller, UUID patient, String reason) {
        return changed(GlassSql.LIFT, caller, patient, reason);
    }

    private Mono<Optional<Restriction>> changed(
            String sql, Caller caller, UUID patient, String reason) {
        return database.statement(sql, caller.asJson(), patient, reason)
                .map(
                        (row, _) ->
                                row.get("since", Instant.class) == null
                                        ? Optional.<Restriction>empty()
                                        : Optional.of(restriction(row)))
                .one();
    }

    /**
     * Opens a record for a while, and a case for the review; on record either way.
     *
     * @return nothing for an unknown patient, an empty one when the record is not restricted
     */
    public Mono<Optional<BrokenGlass>> breakGlass(
            Caller caller, UUID patient, BreakGlass why, int minutes) {
        return database.statement(
                        GlassSql.BREAK,
                        caller.asJson(),
                        patient,
                        why.reason().name(),
                        why.note().strip(),
                        minutes)
                .map((row, _) -> broken(row))
                .one();
    }

    private static Optional<BrokenGlass> broken(Readable row) {
        return Optional.ofNullable(row.get("id", UUID.class))
                .map(
                        id ->
                                new BrokenGlass(
                                        id,
                                        get(row, "patient_id", UUID.class),
                                        get(row, "opens_until", Instant.class)));
    }

    private static Restriction restriction(Readable row) {
        return new Restriction(
                get(row, "patient_id", UUID.class),
                new PersonName(
                                get(row, "family_name", String.class),
                                get(row, "given_name", String.class))
                        .familyFirst(),
                get(row, "mrn", String.class),
                get(row, "reason", String.class),
                get(row, "restricted_by_name", String.class),
                get(row, "since", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
