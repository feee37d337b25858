package org.portaldesk.api.activation.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.work.ClaimSql;

/** The statements by which staff issue, list and revoke codes. */
final class CodeSql {

    /** What a decision on a patient's code stands on. $1 patient, $2 channel. */
    static final String FACTS =
            """
            SELECT uuidv7() AS fresh_id, clock_timestamp() AS now, own_account_from() AS own_account_from, family_name, given_name, mrn, birth_date, deceased,
                   cardinality(address_lines) > 0 AS postal, address_changed_at,
                   email.value AS email, email.changed_at AS email_changed_at,
                   (SELECT count(DISTINCT patient_id) FROM patient_contact
                    WHERE kind = 'EMAIL' AND folded = email.folded)::int AS email_patients,
                   EXISTS (SELECT FROM patient_related
                           WHERE patient_id = patient.id AND mailbox(email_folded) = mailbox(email.folded)) AS email_related,
                   EXISTS (SELECT FROM portal_account WHERE patient_id = patient.id) AS has_account,
                   code.id AS code_id, code.expires_at, word.id AS override_id, word.collisions
            FROM patient
            LEFT JOIN LATERAL (
                SELECT value, folded, changed_at FROM patient_contact
                WHERE patient_id = patient.id AND kind = 'EMAIL' ORDER BY place LIMIT 1) AS email ON true
            LEFT JOIN activation_code AS code ON code.patient_id = patient.id AND code.state = 'ISSUED'
            LEFT JOIN LATERAL (
                SELECT id, collisions FROM contact_override
                WHERE patient_id = patient.id AND channel = $2 AND state = 'APPROVED' AND expires_at > clock_timestamp()
                  AND address = contact_address(patient.id, $2)
                ORDER BY id DESC LIMIT 1) AS word ON true
            WHERE patient.id = $1::uuid
            """;

    /** Needs a CTE {@code ended} with the ids of codes that died. */
    private static final String NOTICES_STOPPED =
            """
            letters_stopped AS (
                UPDATE letter SET state = 'CANCELLED', version = version + 1
                FROM ended WHERE letter.code_id = ended.id AND letter.state = 'QUEUED'),
            emails_stopped AS (
                UPDATE email_message SET state = 'CANCELLED', ended_at = clock_timestamp()
                FROM ended WHERE email_message.code_id = ended.id AND email_message.state = 'QUEUED'),
            """;

    private static final int KEPT_FROM = 12;

    /**
     * Issues, in the place of the code that the decision saw; no row when something has changed
     * since. $2 id, $3 patient, $4 channel, $5 hash, $6 now, $7 expiry, $8 reason, $9 the code to
     * replace, $10 override, $11 the code request that it decides, and the kept answer.
     */
    static final String ISSUE =
            """
            WITH <CALLER>,
            asked AS MATERIALIZED (
                SELECT code_request.id, state FROM code_request, caller
                WHERE code_request.id = $11::uuid AND state IN ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION')
                  AND <NOT_ANOTHERS>
                FOR NO KEY UPDATE OF code_request),
            may AS MATERIALIZED (
                SELECT patient.id FROM patient
                WHERE patient.id = $3::uuid AND NOT deceased AND ($11::uuid IS NULL OR EXISTS (SELECT FROM asked))
                  AND NOT EXISTS (SELECT FROM portal_account WHERE patient_id = patient.id)
                  AND ($10::uuid IS NULL OR EXISTS (
                      SELECT FROM contact_override
                      WHERE id = $10::uuid AND state = 'APPROVED' AND expires_at > clock_timestamp()
                        AND address = contact_address($3::uuid, $4::text)))),
            ended AS (
                UPDATE activation_code
                SET state = CASE WHEN expires_at <= $6::timestamptz THEN 'EXPIRED' ELSE 'SUPERSEDED' END,
                    ended_at = least(expires_at, $6::timestamptz), version = version + 1
                FROM may WHERE activation_code.id = $9::uuid AND state = 'ISSUED'
                RETURNING activation_code.id, patient_id, state),
            <NOTICES_STOPPED>
            place AS MATERIALIZED (
                SELECT may.id FROM may
                WHERE (SELECT count(*) FROM ended) = CASE WHEN $9::uuid IS NULL THEN 0 ELSE 1 END),
            used AS (
                UPDATE contact_override SET state = 'USED', version = version + 1
                FROM place WHERE contact_override.id = $10::uuid AND state = 'APPROVED'),
            issued AS (
                INSERT INTO activation_code (
                    id, patient_id, channel, code_hash, issued_at, expires_at, issued_by, issued_by_name,
                    issue_reason, override_id, code_request_id)
                SELECT $2::uuid, place.id, $4::text, $5::bytea, $6::timestamptz, $7::timestamptz, caller.id, caller.name,
                       $8::text, $10::uuid, $11::uuid
                FROM place, caller
                RETURNING id, patient_id, channel, expires_at, issue_reason, override_id),
            approved AS (
                UPDATE code_request
                SET state = 'APPROVED', patient_id = issued.patient_id, code_id = issued.id,
                    decided_by = caller.id, decided_by_name = caller.name, decided_at = $6::timestamptz,
                    claimed_by = NULL, claimed_by_name = NULL, claimed_at = NULL, claimed_until = NULL,
                    paused_at = NULL, version = code_request.version + 1
                FROM issued, caller WHERE code_request.id = $11::uuid),
            letter_order AS (SELECT id AS code_id, patient_id FROM issued WHERE channel = 'LETTER'),
            <LETTER_QUEUED>,
            email AS (
                SELECT 'ACTIVATION_CODE' AS kind, address.value AS recipient, <LANGUAGE> AS language,
                       patient.id AS patient_id, issued.id AS code_id, $11::uuid AS code_request_id,
                       '{}'::jsonb AS content
                FROM issued JOIN patient ON patient.id = issued.patient_id
                JOIN patient_contact AS address ON address.patient_id = patient.id AND address.kind = 'EMAIL'
                WHERE issued.channel = 'EMAIL'
                ORDER BY address.place LIMIT 1),
            <EMAIL_QUEUED>,
            <KEPT>,
            event AS (
                SELECT 'CODE_ISSUED' AS act, 'DONE' AS outcome, patient_id, 'activation_code' AS object_type,
                       id::text AS object_id, issue_reason AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('channel', channel, 'expiresAt', expires_at,
                           'override', override_id, 'codeRequest', $11::uuid)) AS after
                FROM issued
                UNION ALL
                SELECT 'CODE_REQUEST_APPROVED', 'DONE', issued.patient_id, 'code_request', asked.id::text, NULL,
                       jsonb_build_object('state', asked.state),
                       jsonb_build_object('state', 'APPROVED', 'code', issued.id)
                FROM asked, issued
                UNION ALL
                SELECT 'CODE_' || ended.state, 'DONE', ended.patient_id, 'activation_code', ended.id::text,
                       issue_reason, '{"state": "ISSUED"}', jsonb_build_object('state', ended.state, 'by', issued.id)
                FROM ended, issued),
            """
                            .replace("<CALLER>", ClaimSql.CALLER.strip())
                            .replace("<NOT_ANOTHERS>", ClaimSql.NOT_ANOTHERS.strip())
                            .replace("<NOTICES_STOPPED>", NOTICES_STOPPED.strip())
                            .replace("<LETTER_QUEUED>", NoticeSql.LETTER_QUEUED.strip())
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                            .replace("<KEPT>", Kept.cte("issued", KEPT_FROM).strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM issued";

    /** A code as staff see it; what is over by age is shown so. */
    private static final String SEEN =
            """
            SELECT code.id, code.patient_id, patient.family_name, patient.given_name, patient.mrn, code.channel,
                   code.issued_at, code.expires_at, code.issued_by_name, code.end_reason, code.failed_attempts,
                   code.version,
                   CASE WHEN code.state = 'ISSUED' AND code.expires_at <= clock_timestamp()
                        THEN 'EXPIRED' ELSE code.state END AS state,
                   CASE WHEN code.state = 'ISSUED' AND code.expires_at <= clock_timestamp()
                        THEN code.expires_at ELSE code.ended_at END AS ended_at,
                   coalesce(letter.state, email.state) AS delivery,
                   CASE WHEN letter.id IS NULL THEN coalesce(email.ended_at, email.created_at)
                        ELSE coalesce(returned_at, mailed_at, printed_at, queued_at) END AS delivery_at
            FROM activation_code AS code
            JOIN patient ON patient.id = code.patient_id
            LEFT JOIN letter ON letter.code_id = code.id
            LEFT JOIN LATERAL (
                SELECT state, created_at, ended_at FROM email_message
                WHERE code_id = code.id ORDER BY id DESC LIMIT 1) AS email ON true
            """;

    /** $1 code. */
    static final String ONE = SEEN + "WHERE code.id = $1::uuid";

    /**
     * No row for an unknown patient, one without a code for one who has none. $2 patient, $3
     * before, $4 rows.
     */
    static final String OF_PATIENT =
            "WITH page AS ("
                    + SEEN
                    + """
                    WHERE code.patient_id = $2::uuid AND ($3::uuid IS NULL OR code.id < $3::uuid)
                    ORDER BY code.id DESC LIMIT $4::int),
                    event AS (
                        SELECT 'CODES_READ' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                               id::text AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                        FROM patient WHERE id = $2::uuid),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT page.* FROM patient LEFT JOIN page ON true
                    WHERE patient.id = $2::uuid ORDER BY page.id DESC
                    """;

    /** $2 state, $3 channel, $4 before, $5 rows. */
    static final String LIST =
            "WITH page AS ("
                    + SEEN
                    + """
                    WHERE code.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                      AND ($2::text IS NULL OR $2::text =
                           CASE WHEN code.state = 'ISSUED' AND code.expires_at <= clock_timestamp()
                                THEN 'EXPIRED' ELSE code.state END)
                      AND ($3::text IS NULL OR code.channel = $3::text)
                      AND ($4::uuid IS NULL OR code.id < $4::uuid)
                    ORDER BY code.id DESC LIMIT $5::int),
                    event AS (
                        SELECT 'CODES_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'activation_code' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT * FROM page ORDER BY id DESC";

    /** No row when it has changed since the decision. $2 code, $3 reason, $4 version. */
    static final String REVOKE =
            """
            WITH ended AS (
                UPDATE activation_code
                SET state = 'REVOKED', ended_at = clock_timestamp(), end_reason = $3::text, version = version + 1
                WHERE id = $2::uuid AND state = 'ISSUED' AND expires_at > clock_timestamp() AND version = $4::int
                RETURNING id, patient_id),
            """
                    + NOTICES_STOPPED
                    + """
                    event AS (
                        SELECT 'CODE_REVOKED' AS act, 'DONE' AS outcome, patient_id, 'activation_code' AS object_type,
                               id::text AS object_id, $3::text AS reason, '{"state": "ISSUED"}'::jsonb AS before,
                               '{"state": "REVOKED"}'::jsonb AS after
                        FROM ended),
                    """
                    + AuditSql.AUDITED
                    + "SELECT id FROM ended";

    private CodeSql() {}
}
