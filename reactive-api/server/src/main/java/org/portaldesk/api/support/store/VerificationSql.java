package org.portaldesk.api.support.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/**
 * The statements of verifications. Whether an answer fits is written and summed up here, and never
 * selected but to be judged.
 *
 * @see "docs/decisions/0063-blind-verification.md"
 */
final class VerificationSql {

    static final String CALLER =
            "caller AS (SELECT * FROM jsonb_to_record($1::jsonb) AS caller(id text, name text))";

    private static final String FAILURES =
            """
            (SELECT count(*) FROM verification AS failed
             WHERE failed.patient_id = patient.id AND failed.state = 'FAILED'
               AND failed.ended_at > clock_timestamp() - interval '24 hours')::int AS failures
            """;

    /** The first address is the one that is used; a fresh one may be a thief's. */
    private static final String CODE_OFFERED =
            """
            EXISTS (SELECT FROM patient_contact AS email
                    WHERE email.patient_id = patient.id AND email.kind = 'EMAIL'
                      AND email.place = (SELECT min(place) FROM patient_contact
                                         WHERE patient_id = patient.id AND kind = 'EMAIL')
                      AND (email.changed_at IS NULL OR email.changed_at <= clock_timestamp() - interval '7 days'))
                AS code_offered
            """;

    /** What a start is decided on. $1 the agent's id, $2 patient, $3 zone. */
    static final String BEGINNING =
            """
            SELECT <FAILURES>, <CODE_OFFERED>,
                   (SELECT id FROM verification_override
                    WHERE patient_id = patient.id AND requested_by = $1::text AND state = 'APPROVED'
                      AND expires_at > clock_timestamp() ORDER BY id LIMIT 1) AS override_id,
                   proxies.families, proxies.givens, facts_seen($1::text, patient.id) AS seen
            FROM patient
            CROSS JOIN policy_at(statement_timestamp()) AS policy
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(person.family_name ORDER BY person.id), '{}') AS families,
                       coalesce(array_agg(person.given_name ORDER BY person.id), '{}') AS givens
                FROM proxy_grant_at(statement_timestamp(), $3::text, policy.rules) AS granted
                JOIN proxy_person AS person ON person.id = granted.proxy_person_id
                WHERE granted.patient_id = patient.id AND granted.access_class <> 'NONE') AS proxies
            WHERE patient.id = $2::uuid
            """
                    .replace("<FAILURES>", FAILURES.strip())
                    .replace("<CODE_OFFERED>", CODE_OFFERED.strip());

    /**
     * Starts one, which ends whatever was open for the patient. No row when the override was used
     * meanwhile. $2 patient, $3 who calls, $4 name, $5 relation, $6 consent, $7 override.
     */
    static final String START =
            """
            WITH <CALLER>,
            ended AS (
                UPDATE verification SET state = 'ABANDONED', ended_at = clock_timestamp(), version = version + 1
                WHERE patient_id = $2::uuid AND state = 'OPEN'
                RETURNING id, patient_id),
            used AS (
                UPDATE verification_override SET state = 'USED'
                WHERE id = $7::uuid AND state = 'APPROVED'
                RETURNING id),
            started AS (
                INSERT INTO verification (patient_id, agent, agent_name, caller, caller_name, relation, consent, override_id)
                SELECT $2::uuid, caller.id, caller.name, $3::text, $4::text, $5::text, $6::text, $7::uuid
                FROM caller
                WHERE (SELECT count(*) FROM ended) < 2
                  AND ($7::uuid IS NULL OR EXISTS (SELECT FROM used))
                RETURNING id, patient_id, caller, relation, consent, override_id, started_at),
            event AS (
                SELECT 'VERIFICATION_STARTED' AS act, 'DONE' AS outcome, patient_id, 'verification' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('caller', caller, 'relation', relation, 'consent', consent,
                           'override', override_id)) AS after
                FROM started
                UNION ALL
                SELECT 'VERIFICATION_ABANDONED', 'DONE', patient_id, 'verification', id::text, 'SUPERSEDED',
                       '{"state": "OPEN"}', '{"state": "ABANDONED"}'
                FROM ended),
            """
                            .replace("<CALLER>", CALLER)
                    + AuditSql.AUDITED
                    + "SELECT id, started_at FROM started";

    private static final String STANDING_COLUMNS =
            """
            verification.id, verification.patient_id, verification.agent, verification.state, verification.version,
            verification.override_id,
            """
                    + FAILURES.strip()
                    + ", "
                    + CODE_OFFERED;

    /** What a conclusion is decided on. $1 verification. */
    static final String STANDING =
            "SELECT "
                    + STANDING_COLUMNS
                    + """
                    , (SELECT coalesce(array_agg(fact), '{}') FROM verification_answer
                       WHERE verification_id = verification.id AND matched
                         AND fact <> ALL (facts_seen(verification.agent, verification.patient_id))) AS matched
                    FROM verification JOIN patient ON patient.id = verification.patient_id
                    WHERE verification.id = $1::uuid
                    """;

    /** The same with the record, for an answer to $2. $1 verification. */
    static final String RECORD =
            "SELECT "
                    + STANDING_COLUMNS
                    + """
                    , '{}'::text[] AS matched, patient.family_name, patient.given_name, patient.birth_date, patient.ssn_last4,
                      patient.mrn, patient.address_lines, patient.city, patient.state AS province, patient.postal_code,
                      patient.country,
                      (SELECT coalesce(array_agg(value), '{}') FROM patient_contact
                       WHERE patient_id = patient.id AND kind = 'PHONE') AS phones,
                      (SELECT coalesce(array_agg(value), '{}') FROM patient_contact
                       WHERE patient_id = patient.id AND kind = 'EMAIL') AS emails,
                      (SELECT code_hash FROM proof_code
                       WHERE verification_id = verification.id AND expires_at > clock_timestamp()
                       ORDER BY id DESC LIMIT 1) AS code_hash,
                      coalesce((SELECT answers FROM verification_answer
                                WHERE verification_id = verification.id AND fact = $2::text), 0) AS answers
                    FROM verification JOIN patient ON patient.id = verification.patient_id
                    WHERE verification.id = $1::uuid
                    """;

    /**
     * No row when it has ended or the fact was answered too often. $2 verification, $3 fact, $4
     * whether it fits, $5 how often at most.
     */
    static final String ANSWER =
            """
            WITH <CALLER>,
            touched AS (
                UPDATE verification SET version = version + 1 FROM caller
                WHERE verification.id = $2::uuid AND state = 'OPEN' AND agent = caller.id
                RETURNING verification.id, patient_id),
            answered AS (
                INSERT INTO verification_answer (verification_id, fact, matched)
                SELECT id, $3::text, $4::boolean FROM touched
                ON CONFLICT (verification_id, fact) DO UPDATE
                SET matched = excluded.matched, answers = verification_answer.answers + 1,
                    answered_at = clock_timestamp()
                WHERE verification_answer.answers < $5::int
                RETURNING fact),
            event AS (
                SELECT 'VERIFICATION_ANSWERED' AS act, 'DONE' AS outcome, patient_id, 'verification' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('fact', fact) AS after
                FROM touched, answered),
            """
                            .replace("<CALLER>", CALLER)
                    + AuditSql.AUDITED
                    + "SELECT fact FROM answered";

    /**
     * No row when it has ended or a code was sent too often. $2 verification, $3 minutes, $4 how
     * often at most.
     */
    static final String SEND_CODE =
            """
            WITH <CALLER>,
            open AS MATERIALIZED (
                SELECT verification.id, patient_id FROM verification, caller
                WHERE verification.id = $2::uuid AND state = 'OPEN' AND agent = caller.id
                FOR NO KEY UPDATE OF verification),
            sent AS (
                INSERT INTO proof_code (verification_id, expires_at)
                SELECT id, clock_timestamp() + make_interval(mins => $3::int) FROM open
                WHERE (SELECT count(*) FROM proof_code WHERE verification_id = $2::uuid) < $4::int
                RETURNING id, expires_at),
            proof_email AS (
                SELECT address.value AS recipient, <LANGUAGE> AS language, patient.id AS patient_id,
                       sent.id AS proof_code_id
                FROM sent, open JOIN patient ON patient.id = open.patient_id
                JOIN patient_contact AS address ON address.patient_id = patient.id AND address.kind = 'EMAIL'
                ORDER BY address.place LIMIT 1),
            <PROOF_QUEUED>,
            event AS (
                SELECT 'PROOF_CODE_SENT' AS act, 'DONE' AS outcome, patient_id, 'verification' AS object_type,
                       open.id::text AS object_id, NULL AS reason, NULL::jsonb AS before, '{"to": "EMAIL"}'::jsonb AS after
                FROM open, sent),
            """
                            .replace("<CALLER>", CALLER)
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                            .replace("<PROOF_QUEUED>", NoticeSql.PROOF_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT expires_at FROM sent";

    /**
     * Ends it; no row when it has changed since it was judged. $2 verification, $3 version, $4
     * state, $5 acts, $6 minutes that a pass opens, $7 why it was abandoned.
     */
    static final String END =
            """
            WITH ended AS (
                UPDATE verification
                SET state = $4::text, ended_at = clock_timestamp(), acts = $5::text[], abandon_reason = $7::text,
                    opens_until = CASE $4::text
                        WHEN 'PASSED' THEN clock_timestamp() + make_interval(mins => $6::int) END,
                    version = version + 1
                WHERE id = $2::uuid AND version = $3::int AND state = 'OPEN'
                RETURNING id, patient_id, state, acts, opens_until, abandon_reason),
            event AS (
                SELECT 'VERIFICATION_' || state AS act, 'DONE' AS outcome, patient_id, 'verification' AS object_type,
                       id::text AS object_id, abandon_reason AS reason, '{"state": "OPEN"}'::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('state', state, 'acts', acts, 'opensUntil', opens_until,
                           'facts', (SELECT jsonb_agg(fact ORDER BY fact) FROM verification_answer
                                     WHERE verification_id = $2::uuid))) AS after
                FROM ended),
            """
                    + AuditSql.AUDITED
                    + "SELECT opens_until FROM ended";

    private VerificationSql() {}
}
