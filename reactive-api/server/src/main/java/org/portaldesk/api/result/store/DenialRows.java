package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.result.HoldBasis;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What letters of denial are made of. */
@Component
public class DenialRows {

    private final Database database;
    private final JsonMapper json;

    DenialRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A hold and whom the letter goes to.
     *
     * @param broken which rule stands against the letter; null where none does
     * @param language theirs; null where the grant is not of this patient
     */
    public record Material(
            @Nullable String broken,
            HoldBasis basis,
            Instant endsAt,
            Instant now,
            String title,
            @Nullable String language,
            @Nullable String name,
            @Nullable List<String> lines,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country) {

        @Override
        public String toString() {
            return "Material[…]";
        }
    }

    /** On record as written, or as refused; empty when there is no such hold. */
    public Mono<Material> write(Caller caller, UUID hold, @Nullable UUID grant) {
        return database.statement(
                        DenialSql.WRITE, caller.asJson(), hold, nullable(grant, UUID.class))
                .map(
                        (row, _) ->
                                json.readValue(
                                        Objects.requireNonNull(row.get("answer", String.class)),
                                        Material.class))
                .one();
    }
}
