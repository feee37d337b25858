package org.portaldesk.api.support.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements of calls and their notes. */
final class CallSql {

    private static final String CALL =
            """
            SELECT verification.id, verification.patient_id, agent_name, caller, caller_name, relation, consent, started_at,
                   state, abandon_reason, note_reason, note_text, note_by_name, note_at,
                   (SELECT coalesce(array_agg(fact ORDER BY answered_at), '{}') FROM verification_answer
                    WHERE verification_id = verification.id) AS facts,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('act', act, 'state', account_act.state, 'at',
                               account_act.started_at) ORDER BY account_act.id), '[]')::text
                    FROM account_act WHERE verification_id = verification.id) AS acts
            FROM verification
            """;

    /** $1 verification, $2 its agent. */
    static final String OWN = CALL + "WHERE verification.id = $1::uuid AND agent = $2::text";

    /**
     * Newest first, on record as read; one row without an id for a patient without calls. $2
     * patient, $3 before, $4 rows.
     */
    static final String OF_PATIENT =
            "WITH known AS (SELECT id AS known_id FROM patient WHERE id = $2::uuid), page AS ("
                    + CALL
                    + """
                    WHERE verification.patient_id = $2::uuid AND ($3::uuid IS NULL OR verification.id < $3::uuid)
                    ORDER BY verification.id DESC LIMIT $4::int),
                    event AS (
                        SELECT 'CALLS_LISTED' AS act, 'DONE' AS outcome, known_id AS patient_id, 'verification' AS object_type,
                               NULL AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                        FROM known),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT page.* FROM known CROSS JOIN audited LEFT JOIN page ON true ORDER BY page.id DESC
                    """;

    /**
     * No row unless it is the agent's own, has ended and has no note. $2 verification, $3 reason,
     * $4 text.
     */
    static final String NOTE =
            """
            WITH <CALLER>,
            noted AS (
                UPDATE verification
                SET note_reason = $3::text, note_text = $4::text, note_by_name = caller.name, note_at = clock_timestamp()
                FROM caller
                WHERE verification.id = $2::uuid AND agent = caller.id AND state <> 'OPEN' AND note_at IS NULL
                RETURNING verification.id, patient_id, note_reason),
            event AS (
                SELECT 'CALL_NOTED' AS act, 'DONE' AS outcome, patient_id, 'verification' AS object_type,
                       id::text AS object_id, note_reason AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM noted),
            """
                            .replace("<CALLER>", VerificationSql.CALLER)
                    + AuditSql.AUDITED
                    + "SELECT id FROM noted";

    private CallSql() {}
}
