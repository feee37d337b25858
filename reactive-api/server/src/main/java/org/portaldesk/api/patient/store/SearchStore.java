package org.portaldesk.api.patient.store;

import static java.util.Objects.requireNonNull;
import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.portaldesk.api.patient.model.PatientQuery;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds patients, and puts the search on record in the same statement. */
@Component
public class SearchStore {

    /** The row after which a page begins; its name is looked up, for a cursor holds none. */
    public record After(int rank, UUID id) {

        /** Before the first row. */
        public static final After NONE = new After(-1, new UUID(0, 0));
    }

    private final Database database;

    SearchStore(Database database) {
        this.database = database;
    }

    /**
     * @param rows one more than the page shows
     */
    public Mono<List<SearchRow>> search(Caller caller, PatientQuery query, After after, int rows) {
        return database.statement(
                        byFacts(query) ? SearchSql.SEARCH_BY_FACTS : SearchSql.SEARCH_BY_NAME,
                        caller.asJson(),
                        Typed.words(query),
                        Typed.facts(query),
                        nullable(query.username(), String.class),
                        after.rank(),
                        after.id(),
                        rows,
                        query.kinds().stream().map(Enum::name).toArray(String[]::new))
                .map((row, _) -> row(row))
                .all()
                .collectList();
    }

    /** How many searches of this caller by a birth date found nobody within the hour. */
    public Mono<Integer> birthDatesMissed(Caller caller) {
        return database.statement("SELECT birth_dates_missed($1::text) AS missed", caller.id())
                .map((row, _) -> get(row, "missed", Integer.class))
                .one();
    }

    private static boolean byFacts(PatientQuery query) {
        return !query.facts().isEmpty() || query.words().isEmpty();
    }

    private static SearchRow row(Readable row) {
        return new SearchRow(
                get(row, "id", UUID.class),
                get(row, "mrn", String.class),
                new PersonName(
                        get(row, "family_name", String.class),
                        get(row, "given_name", String.class)),
                get(row, "birth_date", LocalDate.class),
                get(row, "deceased", Boolean.class),
                get(row, "account_state", String.class),
                row.get("username", String.class),
                get(row, "rank", Integer.class),
                get(row, "closed", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
