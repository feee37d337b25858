package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/** The privacy officer's cases. */
final class DisclosureSql {

    /** A case as JSON, for a query from {@code disclosure_case AS found} and {@code patient}. */
    private static final String SEEN =
            """
            jsonb_build_object(
                'id', found.id, 'resultId', found.result_id, 'patientId', found.patient_id,
                'patientName', concat_ws(', ', nullif(patient.family_name, ''), nullif(patient.given_name, '')),
                'mrn', patient.mrn, 'state', found.state, 'reason', found.reason, 'openedAt', found.opened_at,
                'openedBy', found.opened_by_name, 'viewers', found.viewers, 'content', found.seen,
                'finding', found.finding, 'worksheet', found.worksheet, 'closedBy', found.closed_by_name,
                'closedAt', found.closed_at)::text
            """
                    .strip();

    /** The newest first. $2 state, $3 before which, $4 how many. */
    static final String LIST =
            """
            WITH page AS (
                SELECT * FROM disclosure_case
                WHERE patient_id NOT IN (SELECT closed_patient($1::jsonb))
                  AND ($2::text IS NULL OR state = $2::text) AND ($3::uuid IS NULL OR id < $3::uuid)
                ORDER BY id DESC LIMIT $4::int),
            event AS (
                SELECT 'DISCLOSURE_CASES_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'disclosure_case' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('patients',
                           (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT <SEEN> AS seen
                    FROM page AS found JOIN patient ON patient.id = found.patient_id, audited ORDER BY found.id DESC
                    """
                            .replace("<SEEN>", SEEN);

    /** $2 case. */
    static final String GET =
            "SELECT <SEEN> AS seen FROM disclosure_case AS found JOIN patient ON patient.id = found.patient_id WHERE found.id = $1::uuid"
                    .replace("<SEEN>", SEEN);

    /** $2 case, $3 finding, $4 worksheet; no row when it is closed or there is none. */
    static final String CLOSE =
            """
            WITH closed AS (
                UPDATE disclosure_case
                SET state = 'CLOSED', finding = $3::text, worksheet = $4::jsonb, closed_at = clock_timestamp(),
                    closed_by_name = caller.name
                FROM jsonb_to_record($1::jsonb) AS caller(name text)
                WHERE id = $2::uuid AND state = 'OPEN'
                RETURNING id, patient_id),
            event AS (
                SELECT 'DISCLOSURE_CASE_CLOSED' AS act, 'DONE' AS outcome, patient_id, 'disclosure_case' AS object_type,
                       id::text AS object_id, $3::text AS reason, '{"state": "OPEN"}'::jsonb AS before,
                       '{"state": "CLOSED"}'::jsonb AS after
                FROM closed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM closed";

    private DisclosureSql() {}
}
