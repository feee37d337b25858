package org.portaldesk.api.activation.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements of four eyes on a contact. */
final class OverrideSql {

    /**
     * Binds the address as it is now. No row when one is open already. $2 patient, $3 channel, $4
     * collisions, $5 reason.
     */
    static final String ASK =
            """
            WITH asked AS (
                INSERT INTO contact_override (
                    patient_id, channel, collisions, reason, requested_by, requested_by_name, address)
                SELECT $2::uuid, $3::text, $4::text[], $5::text, caller.id, caller.name,
                       contact_address($2::uuid, $3::text)
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                ON CONFLICT (patient_id, channel) WHERE state = 'REQUESTED' DO NOTHING
                RETURNING id, patient_id, channel, collisions, reason),
            event AS (
                SELECT 'OVERRIDE_REQUESTED' AS act, 'DONE' AS outcome, patient_id, 'contact_override' AS object_type,
                       id::text AS object_id, reason, NULL::jsonb AS before,
                       jsonb_build_object('channel', channel, 'collisions', collisions) AS after
                FROM asked),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM asked";

    private static final String SEEN =
            """
            SELECT word.id, word.patient_id, patient.family_name, patient.given_name, patient.mrn, word.channel,
                   word.collisions, word.state, word.reason, word.requested_by, word.requested_by_name,
                   word.requested_at, word.decided_by_name, word.decided_at, word.decision_reason, word.expires_at,
                   word.version
            FROM contact_override AS word JOIN patient ON patient.id = word.patient_id
            """;

    /** $1 override. */
    static final String ONE = SEEN + "WHERE word.id = $1::uuid";

    /** $2 state, $3 after, $4 rows. */
    static final String LIST =
            "WITH page AS ("
                    + SEEN
                    + """
                    WHERE word.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                      AND ($2::text IS NULL OR word.state = $2::text) AND ($3::uuid IS NULL OR word.id > $3::uuid)
                    ORDER BY word.id LIMIT $4::int),
                    event AS (
                        SELECT 'OVERRIDES_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'contact_override' AS object_type, NULL AS object_id, NULL AS reason,
                               NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT * FROM page ORDER BY id";

    /**
     * No row when somebody else has decided. $2 override, $3 state, $4 reason, $5 hours that it is
     * good for.
     */
    static final String DECIDE =
            """
            WITH decided AS (
                UPDATE contact_override
                SET state = $3::text, decided_by = caller.id, decided_by_name = caller.name,
                    decided_at = clock_timestamp(), decision_reason = $4::text, version = version + 1,
                    expires_at = CASE $3::text
                        WHEN 'APPROVED' THEN clock_timestamp() + make_interval(hours => $5::int) END
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE contact_override.id = $2::uuid AND state = 'REQUESTED' AND requested_by <> caller.id
                RETURNING contact_override.id, patient_id, state, decision_reason),
            event AS (
                SELECT 'OVERRIDE_' || state AS act, 'DONE' AS outcome, patient_id, 'contact_override' AS object_type,
                       id::text AS object_id, decision_reason AS reason, '{"state": "REQUESTED"}'::jsonb AS before,
                       jsonb_build_object('state', state) AS after
                FROM decided),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM decided";

    private OverrideSql() {}
}
