package org.portaldesk.api.privacy.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * How many patients somebody was shown within the hour.
 *
 * @see "docs/decisions/0128-reading-budgets.md"
 */
final class ShownSql {

    /** An event that says of one patient that they were read. */
    static final String IS_LOOK =
            "outcome = 'DONE' AND patient_id IS NOT NULL AND (act LIKE '%\\_READ' OR act = 'FIELD_REVEALED')";

    /** A list or a search names all whom it has shown. */
    static final String IS_LIST =
            "outcome = 'DONE' AND jsonb_typeof(after -> 'patients') = 'array'";

    /** The newest readings of somebody that are counted: far more than anybody's hour has. */
    private static final int COUNTED = 10_000;

    private static final String HOUR =
            """
            SELECT count(DISTINCT patient) FILTER (WHERE opened)::int AS opened,
                   count(DISTINCT patient)::int AS patients
            FROM (SELECT patient_id, after, <IS_LOOK> AS opened FROM audit_event
                  WHERE actor = <ACTOR> AND id > (SELECT uuidv7(interval '-1 hour'))
                    AND (<IS_LOOK> OR <IS_LIST>)
                  ORDER BY id DESC LIMIT <COUNTED>) AS newest
            CROSS JOIN LATERAL (
                SELECT patient_id::text AS patient WHERE patient_id IS NOT NULL
                UNION ALL
                SELECT jsonb_array_elements_text(after -> 'patients')
                WHERE jsonb_typeof(after -> 'patients') = 'array') AS shown
            """
                    .replace("<IS_LOOK>", IS_LOOK)
                    .replace("<IS_LIST>", IS_LIST)
                    .replace("<COUNTED>", String.valueOf(COUNTED));

    /** Reasons given within the same minute count once: two tabs ask for the same one. */
    private static final String REASONS =
            """
            SELECT count(DISTINCT date_trunc('minute', occurred_at))::int FROM audit_event
            WHERE actor = <ACTOR> AND id > (SELECT uuidv7(interval '-1 hour'))
              AND act = 'READING_EXPLAINED' AND outcome = 'DONE'
            """;

    /** {@code patients} shown to $1, and for how many of the hour's budgets there are reasons. */
    static final String SHOWN =
            "SELECT patients, (%s) AS reasons FROM (%s) AS hour"
                    .formatted(REASONS.replace("<ACTOR>", "$1::text"), hourOf("$1::text"));

    /**
     * A reason, for whoever reviews the case; no event's outcome is done while nobody asks. $2
     * reason, $3 budget, $4 how many budgets may be shown without a reason.
     */
    static final String EXPLAIN =
            """
            WITH asked AS MATERIALIZED (
                SELECT hour.patients, given.reasons, $3::int > 0 AND hour.patients >= $3::int * ($4::int + given.reasons) AS needed
                FROM (<HOUR>) AS hour, (SELECT (<REASONS>) AS reasons) AS given),
            event AS (
                SELECT 'READING_EXPLAINED' AS act, CASE WHEN needed THEN 'DONE' ELSE 'REFUSED' END AS outcome,
                       NULL::uuid AS patient_id, 'staff' AS object_type, $1::jsonb ->> 'id' AS object_id,
                       CASE WHEN needed THEN $2::text ELSE 'STATE_CONFLICT' END AS reason,
                       NULL::jsonb AS before, jsonb_build_object('shown', patients) AS after
                FROM asked),
            """
                            .replace("<HOUR>", hourOf("$1::jsonb ->> 'id'"))
                            .replace("<REASONS>", REASONS.replace("<ACTOR>", "$1::jsonb ->> 'id'"))
                    + AuditSql.AUDITED
                    + """
                    , told AS (
                        INSERT INTO watch_case (rule, actor, actor_name, event_id, looked_at, patients, said)
                        SELECT 'VOLUME', $1::jsonb ->> 'id', $1::jsonb ->> 'name', audited.id, clock_timestamp(), patients, $2::text
                        FROM asked, audited WHERE needed
                        ON CONFLICT (rule, actor, patient_id) WHERE state = 'OPEN' AND rule <> 'BROKEN_GLASS' DO UPDATE
                        SET said = concat_ws(E'\\n', watch_case.said, EXCLUDED.said), patients = EXCLUDED.patients)
                    SELECT patients, reasons, needed FROM asked, audited
                    """;

    private ShownSql() {}

    /** One row: {@code opened} and {@code patients}, different ones each, within the hour. */
    static String hourOf(String actor) {
        return HOUR.replace("<ACTOR>", actor);
    }
}
