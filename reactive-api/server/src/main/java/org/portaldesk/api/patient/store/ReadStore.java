package org.portaldesk.api.patient.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.ContactPoint;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.patient.model.RelatedPerson;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one patient, and puts the reading on record in the same statement. */
@Component
public class ReadStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ContactPoint>> CONTACTS = new TypeReference<>() {};
    private static final TypeReference<List<RelatedPerson>> RELATED = new TypeReference<>() {};

    private final Database database;

    ReadStore(Database database) {
        this.database = database;
    }

    /** Empty when there is no such patient; then nothing is on record either. */
    public Mono<PatientRow> find(Caller caller, UUID id) {
        return database.statement(ReadSql.READ, caller.asJson(), id)
                .map((row, _) -> row(row))
                .one();
    }

    /** The field's value if the record holds one; empty when there is no such patient. */
    public Mono<Optional<String>> reveal(Caller caller, UUID id, String field, String reason) {
        return database.statement(ReadSql.REVEAL, caller.asJson(), id, field, reason)
                .map((row, _) -> Optional.ofNullable(row.get("value", String.class)))
                .one();
    }

    private static PatientRow row(Readable row) {
        return new PatientRow(
                get(row, "id", UUID.class),
                get(row, "mrn", String.class),
                new PersonName(
                        get(row, "family_name", String.class),
                        get(row, "given_name", String.class)),
                get(row, "birth_date", LocalDate.class),
                row.get("sex", String.class),
                row.get("ssn_last4", String.class),
                get(row, "language", String.class),
                get(row, "deceased", Boolean.class),
                row.get("deceased_on", LocalDate.class),
                address(row),
                JSON.readValue(get(row, "contacts", String.class), CONTACTS),
                JSON.readValue(get(row, "related", String.class), RELATED),
                get(row, "account_state", String.class),
                row.get("username", String.class),
                get(row, "proven", Boolean.class));
    }

    private static @Nullable PostalAddress address(Readable row) {
        var address =
                new PostalAddress(
                        List.of(get(row, "address_lines", String[].class)),
                        row.get("city", String.class),
                        row.get("state", String.class),
                        row.get("postal_code", String.class),
                        row.get("country", String.class));
        return address.isEmpty() ? null : address;
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
