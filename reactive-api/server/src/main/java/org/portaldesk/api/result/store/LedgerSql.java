package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/** The ledger of holds. */
final class LedgerSql {

    /**
     * The latest first. $2 from, $3 to, $4 and $5 before which, $6 how many, $7 from how many holds
     * in 30 days on a clinician's are too many, $8 whether for a spreadsheet.
     */
    static final String LIST =
            """
            WITH page AS MATERIALIZED (
                SELECT result_hold.*, hold_determiner(result_hold) AS determiner FROM result_hold
                WHERE patient_id NOT IN (SELECT closed_patient($1::jsonb))
                  AND ($2::timestamptz IS NULL OR placed_at >= $2::timestamptz)
                  AND ($3::timestamptz IS NULL OR placed_at < $3::timestamptz)
                  AND ($4::timestamptz IS NULL OR (placed_at, id) < ($4::timestamptz, $5::uuid))
                ORDER BY placed_at DESC, id DESC LIMIT $6::int),
            event AS (
                SELECT 'HOLD_LEDGER_READ' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'result_hold' AS object_type, NULL AS object_id,
                       CASE WHEN $8::boolean THEN 'EXPORT' END AS reason, NULL::jsonb AS before,
                       jsonb_build_object('holds', (SELECT count(*) FROM page), 'patients',
                           (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT jsonb_build_object(
                               'hold', <HOLD>,
                               'ageDays', round(extract(epoch FROM
                                   coalesce(hold.ended_at, least(hold.ends_at, statement_timestamp())) - hold.placed_at)
                                   / 86400, 2),
                               'reviewed', hold.reviewed_at IS NOT NULL,
                               'sameDeterminer', same.holds, 'tooBroad', same.holds > $7::int)::text AS seen
                    FROM page AS hold
                    JOIN result AS one ON one.id = hold.result_id
                    JOIN patient ON patient.id = hold.patient_id
                    CROSS JOIN LATERAL (
                        SELECT count(*) AS holds FROM result_hold AS other
                        WHERE other.placed_at > hold.placed_at - interval '30 days'
                          AND other.placed_at <= hold.placed_at
                          AND hold_determiner(other) = hold.determiner) AS same,
                    audited
                    ORDER BY hold.placed_at DESC, hold.id DESC
                    """
                            .replace("<HOLD>", ResultSql.HOLD_JSON);

    /** The most first, on record as read. $2 the house's limit. */
    static final String TOO_BROAD =
            """
            WITH found AS (
                SELECT (array_agg(determiner_name ORDER BY placed_at DESC))[1] AS determiner, count(*)::int AS holds,
                       (array_agg(id ORDER BY placed_at DESC))[1] AS latest
                FROM result_hold
                WHERE placed_at > statement_timestamp() - interval '30 days'
                GROUP BY hold_determiner(result_hold)
                HAVING count(*) > $2::int),
            event AS (
                SELECT 'HOLD_LEDGER_READ' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'result_hold' AS object_type, NULL AS object_id, 'TOO_BROAD' AS reason, NULL::jsonb AS before,
                       jsonb_build_object('clinicians', (SELECT count(*) FROM found)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited ORDER BY holds DESC, determiner";

    private LedgerSql() {}
}
