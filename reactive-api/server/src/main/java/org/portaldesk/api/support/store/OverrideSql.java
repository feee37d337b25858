package org.portaldesk.api.support.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements of four eyes on one more verification. */
final class OverrideSql {

    private static final String SEEN =
            """
            SELECT word.id, word.patient_id, patient.family_name, patient.given_name, patient.mrn, word.state, word.reason,
                   word.requested_by, word.requested_by_name, word.requested_at, word.decided_by_name, word.decided_at,
                   word.decision_reason, word.expires_at
            FROM verification_override AS word JOIN patient ON patient.id = word.patient_id
            """;

    /** $1 override. */
    static final String ONE = SEEN + "WHERE word.id = $1::uuid";

    /** No row when one is open already. $2 patient, $3 reason. */
    static final String ASK =
            """
            WITH <CALLER>,
            asked AS (
                INSERT INTO verification_override (patient_id, reason, requested_by, requested_by_name)
                SELECT $2::uuid, $3::text, caller.id, caller.name FROM caller
                ON CONFLICT (patient_id) WHERE state = 'REQUESTED' DO NOTHING
                RETURNING id, patient_id, reason),
            event AS (
                SELECT 'VERIFICATION_OVERRIDE_REQUESTED' AS act, 'DONE' AS outcome, patient_id,
                       'verification_override' AS object_type, id::text AS object_id, reason, NULL::jsonb AS before,
                       NULL::jsonb AS after
                FROM asked),
            """
                            .replace("<CALLER>", VerificationSql.CALLER)
                    + AuditSql.AUDITED
                    + "SELECT id FROM asked";

    /** Oldest first, on record as read. $2 state, $3 after, $4 rows. */
    static final String LIST =
            "WITH page AS ("
                    + SEEN
                    + """
                    WHERE word.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                      AND ($2::text IS NULL OR word.state = $2::text) AND ($3::uuid IS NULL OR word.id > $3::uuid)
                    ORDER BY word.id LIMIT $4::int),
                    event AS (
                        SELECT 'VERIFICATION_OVERRIDES_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'verification_override' AS object_type, NULL AS object_id, NULL AS reason,
                               NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT page.* FROM page, audited ORDER BY page.id";

    /**
     * No row when it is decided, or the caller has asked. $2 override, $3 state, $4 reason, $5
     * minutes.
     */
    static final String DECIDE =
            """
            WITH <CALLER>,
            decided AS (
                UPDATE verification_override
                SET state = $3::text, decided_by = caller.id, decided_by_name = caller.name,
                    decided_at = clock_timestamp(), decision_reason = $4::text,
                    expires_at = CASE $3::text
                        WHEN 'APPROVED' THEN clock_timestamp() + make_interval(mins => $5::int) END
                FROM caller
                WHERE verification_override.id = $2::uuid AND state = 'REQUESTED' AND requested_by <> caller.id
                RETURNING verification_override.id, patient_id, state, decision_reason),
            event AS (
                SELECT 'VERIFICATION_OVERRIDE_' || state AS act, 'DONE' AS outcome, patient_id,
                       'verification_override' AS object_type, id::text AS object_id, decision_reason AS reason,
                       '{"state": "REQUESTED"}'::jsonb AS before, jsonb_build_object('state', state) AS after
                FROM decided),
            """
                            .replace("<CALLER>", VerificationSql.CALLER)
                    + AuditSql.AUDITED
                    + "SELECT id FROM decided";

    private OverrideSql() {}
}
