package org.portaldesk.api.support.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The statements of the takeover watch.
 *
 * @see "docs/decisions/0065-takeover-watch.md"
 */
final class TakeoverSql {

    /**
     * Opens a case for each account where a contact change, a password reset, and a second-factor
     * reset or a new proxy lie within 72 hours, in whatever order; a closed case is not opened
     * again for the same steps.
     */
    static final String WATCH =
            """
            WITH resets AS (
                SELECT patient_id, max(ended_at) FILTER (WHERE act = 'PASSWORD_RESET') AS password_at,
                       max(ended_at) FILTER (WHERE act = 'SECOND_FACTOR_RESET') AS factor_at
                FROM account_act
                WHERE state = 'DONE' AND act IN ('PASSWORD_RESET', 'SECOND_FACTOR_RESET')
                  AND ended_at > now() - interval '72 hours'
                GROUP BY patient_id),
            seen AS (
                SELECT resets.*, (SELECT max(changed_at) FROM patient_contact
                                  WHERE patient_id = resets.patient_id
                                    AND changed_at > now() - interval '72 hours') AS contact_at,
                       (SELECT max(started_at) FROM proxy_grant
                        WHERE patient_id = resets.patient_id
                          AND started_at > now() - interval '72 hours') AS proxy_at
                FROM resets WHERE password_at IS NOT NULL),
            fresh AS (
                SELECT * FROM seen
                WHERE contact_at IS NOT NULL AND (factor_at IS NOT NULL OR proxy_at IS NOT NULL) AND NOT EXISTS (
                    SELECT FROM takeover_case
                    WHERE patient_id = seen.patient_id
                      AND (state = 'OPEN' OR opened_at > greatest(password_at, factor_at, contact_at, proxy_at)))),
            opened AS (
                INSERT INTO takeover_case (patient_id, steps)
                SELECT patient_id, (
                    SELECT jsonb_agg(jsonb_build_object('what', what, 'at', at) ORDER BY at)
                    FROM (VALUES ('CONTACT_CHANGED', contact_at), ('PASSWORD_RESET', password_at),
                                 ('SECOND_FACTOR_RESET', factor_at), ('NEW_PROXY', proxy_at)) AS step(what, at)
                    WHERE at IS NOT NULL)
                FROM fresh
                ON CONFLICT (patient_id) WHERE state = 'OPEN' DO NOTHING
                RETURNING id, patient_id, steps),
            event AS (
                SELECT 'TAKEOVER_CASE_OPENED' AS act, 'DONE' AS outcome, patient_id, 'takeover_case' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before, jsonb_build_object('steps', steps) AS after
                FROM opened),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM opened";

    private static final String CASE =
            """
            SELECT takeover_case.id, takeover_case.patient_id, patient.family_name, patient.given_name, patient.mrn,
                   takeover_case.state, opened_at, steps::text AS steps, closed_by_name, closed_at, note
            FROM takeover_case JOIN patient ON patient.id = takeover_case.patient_id
            """;

    /** $1 case. */
    static final String ONE = CASE + "WHERE takeover_case.id = $1::uuid";

    /** The newest first, on record as read. $2 state, $3 before, $4 rows. */
    static final String LIST =
            "WITH page AS ("
                    + CASE
                    + """
                    WHERE takeover_case.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                      AND ($2::text IS NULL OR takeover_case.state = $2::text)
                      AND ($3::uuid IS NULL OR takeover_case.id < $3::uuid)
                    ORDER BY takeover_case.id DESC LIMIT $4::int),
                    event AS (
                        SELECT 'CASES_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'takeover_case' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT page.* FROM page, audited ORDER BY page.id DESC";

    /** No row when it is closed. $2 case, $3 note. */
    static final String CLOSE =
            """
            WITH <CALLER>,
            closed AS (
                UPDATE takeover_case
                SET state = 'CLOSED', closed_by_name = caller.name, closed_at = clock_timestamp(), note = $3::text
                FROM caller WHERE takeover_case.id = $2::uuid AND state = 'OPEN'
                RETURNING takeover_case.id, patient_id, note),
            event AS (
                SELECT 'TAKEOVER_CASE_CLOSED' AS act, 'DONE' AS outcome, patient_id, 'takeover_case' AS object_type,
                       id::text AS object_id, note AS reason, '{"state": "OPEN"}'::jsonb AS before,
                       '{"state": "CLOSED"}'::jsonb AS after
                FROM closed),
            """
                            .replace("<CALLER>", VerificationSql.CALLER)
                    + AuditSql.AUDITED
                    + "SELECT id FROM closed";

    private TakeoverSql() {}
}
