package org.portaldesk.api.draft;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.draft.Draft;
import org.portaldesk.contract.draft.DraftPlace;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What members of staff had typed and not yet sent, each for themselves. */
@Component
public class Drafts {

    private static final int MOST = 20;

    private final Database database;
    private final DraftSeal seal;

    Drafts(Database database, DraftSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Keeps it in the place of what was there; the oldest of too many goes. */
    public Mono<Void> keep(Caller caller, String place, String text) {
        var sealed = seal.seal(caller.id(), place, text);
        return database.statement(DraftSql.KEEP, caller.id(), place, sealed, MOST).then();
    }

    /** Where the caller has drafts, the newest first. What they say is not read. */
    public Mono<List<DraftPlace>> list(Caller caller) {
        return database.statement(DraftSql.LIST, caller.id())
                .map(
                        (row, _) ->
                                new DraftPlace(
                                        Objects.requireNonNull(row.get("place", String.class)),
                                        Objects.requireNonNull(row.get("kept_at", Instant.class)),
                                        Objects.requireNonNull(row.get("ends_at", Instant.class))))
                .all()
                .collectList();
    }

    /** The caller's own; the look is on record. Nothing when there is none that opens. */
    public Mono<Draft> find(Caller caller, String place) {
        return database.statement(DraftSql.FIND, caller.asJson(), place)
                .map((row, _) -> new Found(row))
                .one()
                .flatMap(found -> Mono.justOrEmpty(found.opened(seal, caller.id(), place)));
    }

    /** False when there is none. */
    public Mono<Boolean> remove(Caller caller, String place) {
        return database.statement(DraftSql.REMOVE, caller.id(), place)
                .fetch()
                .rowsUpdated()
                .map(removed -> removed > 0);
    }

    private record Found(byte[] sealed, Instant keptAt, Instant endsAt) {

        Found(Readable row) {
            this(
                    Objects.requireNonNull(row.get("sealed", byte[].class)),
                    Objects.requireNonNull(row.get("kept_at", Instant.class)),
                    Objects.requireNonNull(row.get("ends_at", Instant.class)));
        }

        Optional<Draft> opened(DraftSeal seal, String person, String place) {
            return seal.open(person, place, sealed)
                    .map(text -> new Draft(place, text, keptAt, endsAt));
        }
    }
}
