package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.contract.result.SensitiveCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets of sensitive items in PostgreSQL. */
@Component
public class SensitiveCodeRows {

    private static final String SETS =
            """
            SELECT name, title, tag, source, (
                SELECT count(*) FROM sensitive_code
                WHERE set_name = name AND effective_from <= statement_timestamp()
                  AND (effective_to IS NULL OR effective_to > statement_timestamp()))::int AS codes
            FROM sensitive_set ORDER BY name
            """;

    /** $1 set, $2 words, $3 and $4 and $5 the last one's set, code and beginning, $6 rows. */
    private static final String CODES =
            """
            SELECT of.name, of.title AS set_title, of.tag, code.code, code.title, coalesce(code.source, of.source) AS source,
                   code.effective_from, code.effective_to
            FROM sensitive_code AS code JOIN sensitive_set AS of ON of.name = code.set_name
            WHERE ($1::text IS NULL OR of.name = $1::text)
              AND ($2::text IS NULL OR position(lower($2::text) IN lower(code.code || ' ' || code.title)) > 0)
              AND ($3::text IS NULL OR (of.name, code.code, code.effective_from) > ($3::text, $4::text, $5::timestamptz))
            ORDER BY of.name, code.code, code.effective_from LIMIT $6::int
            """;

    private final Database database;

    SensitiveCodeRows(Database database) {
        this.database = database;
    }

    /** All, by their names. */
    public Mono<List<SensitiveCode.Kind>> sets() {
        return database.statement(SETS).map((row, _) -> set(row)).all().collectList();
    }

    /**
     * In the order of their sets, codes and days.
     *
     * @param last where the last page ended
     */
    public Mono<List<SensitiveCode>> codes(
            @Nullable String set, @Nullable String words, @Nullable Cursor last, int rows) {
        return database.statement(
                        CODES,
                        nullable(set, String.class),
                        nullable(words, String.class),
                        nullable(last == null ? null : last.parts().get(0), String.class),
                        nullable(last == null ? null : last.parts().get(1), String.class),
                        nullable(last == null ? null : last.instant(2), Instant.class),
                        rows)
                .map((row, _) -> code(row))
                .all()
                .collectList();
    }

    private static SensitiveCode.Kind set(Readable row) {
        return new SensitiveCode.Kind(
                text(row, "name"),
                text(row, "title"),
                text(row, "tag"),
                text(row, "source"),
                Objects.requireNonNull(row.get("codes", Integer.class)));
    }

    private static SensitiveCode code(Readable row) {
        return new SensitiveCode(
                text(row, "name"),
                text(row, "set_title"),
                text(row, "tag"),
                text(row, "code"),
                text(row, "title"),
                text(row, "source"),
                Objects.requireNonNull(row.get("effective_from", Instant.class)),
                row.get("effective_to", Instant.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
