package org.portaldesk.api.notice.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements of the outbox. Their {@code $1} is the system, which carries the mails. */
final class EmailSql {

    /** For how long an attempt keeps others away; longer than the mail server's time-outs. */
    private static final String LEASE = "interval '60 seconds'";

    /** $1 how many. */
    static final String DUE =
            """
            SELECT id, kind, request_id FROM email_message
            WHERE state = 'QUEUED' AND next_attempt_at <= statement_timestamp()
            ORDER BY next_attempt_at LIMIT $1::int
            """;

    /**
     * Begins an attempt. $2 message, $3 the HMAC of the code that was minted for it. No row when
     * somebody else has it.
     *
     * <p>The code in the mail counts from here on, and no other does. A mail whose code has died is
     * ended instead.
     */
    static final String ATTEMPT =
            """
            WITH message AS MATERIALIZED (
                SELECT * FROM email_message
                WHERE id = $2 AND state = 'QUEUED' AND next_attempt_at <= clock_timestamp()
                FOR NO KEY UPDATE SKIP LOCKED),
            code AS MATERIALIZED (
                SELECT code.id, code.expires_at FROM activation_code AS code JOIN message ON message.code_id = code.id
                WHERE code.state = 'ISSUED' AND code.expires_at > clock_timestamp()
                FOR NO KEY UPDATE OF code),
            minted AS (
                UPDATE activation_code SET code_hash = $3::bytea
                FROM code WHERE activation_code.id = code.id AND $3::bytea IS NOT NULL),
            proof AS MATERIALIZED (
                SELECT proof.id, proof.expires_at FROM proof_code AS proof JOIN message ON message.proof_code_id = proof.id
                WHERE proof.expires_at > clock_timestamp()
                FOR NO KEY UPDATE OF proof),
            proof_minted AS (
                UPDATE proof_code SET code_hash = $3::bytea
                FROM proof WHERE proof_code.id = proof.id AND $3::bytea IS NOT NULL),
            judged AS (
                SELECT message.*, coalesce(code.expires_at, proof.expires_at) AS expires_at,
                       message.code_id IS NOT NULL AND code.id IS NULL
                           OR message.proof_code_id IS NOT NULL AND proof.id IS NULL AS dead
                FROM message LEFT JOIN code ON true LEFT JOIN proof ON true),
            marked AS (
                UPDATE email_message AS email
                SET attempts = email.attempts + 1, next_attempt_at = clock_timestamp() + <LEASE>,
                    state = CASE WHEN dead THEN 'CANCELLED' ELSE email.state END,
                    ended_at = CASE WHEN dead THEN clock_timestamp() END
                FROM judged WHERE email.id = judged.id
                RETURNING email.id, email.attempts),
            event AS (
                SELECT 'EMAIL_CANCELLED' AS act, 'DONE' AS outcome, patient_id, 'email_message' AS object_type,
                       id::text AS object_id, 'CODE_DEAD' AS reason, '{"state": "QUEUED"}'::jsonb AS before,
                       '{"state": "CANCELLED"}'::jsonb AS after
                FROM judged WHERE dead),
            """
                            .replace("<LEASE>", LEASE)
                    + AuditSql.AUDITED
                    + """
                    SELECT judged.id, kind, language, recipient, content::text AS content, request_id, expires_at, marked.attempts
                    FROM judged JOIN marked ON marked.id = judged.id WHERE NOT dead
                    """;

    /** The mail's end. $2 message, $3 SENT or FAILED, $4 cause. */
    static final String ENDED =
            """
            WITH ended AS (
                UPDATE email_message SET state = $3, ended_at = clock_timestamp(), failure = $4
                WHERE id = $2 AND state = 'QUEUED'
                RETURNING id, patient_id, kind, state, attempts),
            event AS (
                SELECT 'EMAIL_' || state AS act, 'DONE' AS outcome, patient_id, 'email_message' AS object_type,
                       id::text AS object_id, $4::text AS reason, '{"state": "QUEUED"}'::jsonb AS before,
                       jsonb_build_object('state', state, 'kind', kind, 'attempts', attempts) AS after
                FROM ended),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM audited";

    /** $1 message, $2 seconds until the next attempt, $3 cause. */
    static final String PUT_OFF =
            """
            UPDATE email_message
            SET next_attempt_at = clock_timestamp() + make_interval(secs => $2::int), failure = $3
            WHERE id = $1 AND state = 'QUEUED'
            """;

    private EmailSql() {}
}
