package org.portaldesk.api.privacy.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.contract.privacy.Disclosure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Disclosures, read from the record.
 *
 * @see "docs/decisions/0092-what-counts-as-a-disclosure.md"
 */
@Component
public class AccountingRows {

    /** $2 patient, $3 from, $4 to, $5 before which event, $6 how many. */
    private static final String READ =
            """
            WITH found AS (
                SELECT sent.id, sent.occurred_at, sent.actor_name,
                       CASE sent.act WHEN 'LETTER_MAILED' THEN 'LETTER' WHEN 'EMAIL_SENT' THEN 'EMAIL' ELSE 'PROXY' END
                           AS way,
                       CASE WHEN sent.act = 'PROXY_GRANT_CONFIRMED' THEN 'PROXY_ACCESS'
                            WHEN sent.after ->> 'kind' = 'PROOF_CODE' THEN 'ONE_TIME_CODE'
                            ELSE 'ACTIVATION_CODE' END AS purpose,
                       email.recipient, coalesce(proxy.family_name, patient.family_name) AS family_name,
                       coalesce(proxy.given_name, patient.given_name) AS given_name
                FROM audit_event AS sent
                JOIN patient ON patient.id = sent.patient_id
                LEFT JOIN email_message AS email
                    ON email.id = CASE sent.act WHEN 'EMAIL_SENT' THEN sent.object_id::uuid END
                LEFT JOIN proxy_grant AS given
                    ON given.id = CASE sent.act WHEN 'PROXY_GRANT_CONFIRMED' THEN sent.object_id::uuid END
                LEFT JOIN proxy_person AS proxy ON proxy.id = given.proxy_person_id
                WHERE sent.patient_id = $2::uuid AND sent.outcome = 'DONE'
                  AND (sent.act IN ('LETTER_MAILED', 'PROXY_GRANT_CONFIRMED')
                       OR sent.act = 'EMAIL_SENT' AND sent.after ->> 'kind' IN ('ACTIVATION_CODE', 'PROOF_CODE'))
                  AND sent.occurred_at >= coalesce($3::timestamptz, statement_timestamp() - interval '6 years')
                  AND sent.occurred_at < coalesce($4::timestamptz, 'infinity')
                  AND ($5::uuid IS NULL OR sent.id < $5)
                ORDER BY sent.id DESC LIMIT $6::int),
            event AS (
                SELECT 'DISCLOSURES_READ' AS act, 'DONE' AS outcome, $2::uuid AS patient_id, NULL AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('found', (SELECT count(*) FROM found)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited ORDER BY found.id DESC";

    private final Database database;

    AccountingRows(Database database) {
        this.database = database;
    }

    /**
     * What left the house about one patient, newest first; the reading is on record.
     *
     * @param before only what is older than this event
     * @param rows how many at most
     */
    public Mono<List<Disclosure>> read(
            Caller caller, UUID patient, ReportPeriod period, @Nullable UUID before, int rows) {
        return database.statement(
                        READ,
                        caller.asJson(),
                        patient,
                        nullable(period.from(), Instant.class),
                        nullable(period.to(), Instant.class),
                        nullable(before, UUID.class),
                        rows)
                .map((row, _) -> disclosure(row))
                .all()
                .collectList();
    }

    private static Disclosure disclosure(Readable row) {
        var name = new PersonName(text(row, "family_name"), text(row, "given_name"));
        return new Disclosure(
                get(row, "id", UUID.class),
                get(row, "occurred_at", Instant.class),
                Disclosure.Way.valueOf(text(row, "way")),
                Disclosure.Purpose.valueOf(text(row, "purpose")),
                Objects.requireNonNullElse(row.get("recipient", String.class), name.givenFirst()),
                text(row, "actor_name"));
    }

    private static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
