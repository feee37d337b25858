package org.portaldesk.api.proxy.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/** The statements of approvals. */
final class ApprovalSql {

    private static final String ACCOUNT =
            "LEFT JOIN portal_account AS account ON account.id = request.requester_account_id";

    /**
     * Keeps what one person would grant and two must agree to. No row when the request has changed.
     * $2 request, $3 version, $4 proposal, $5 target, $6 due.
     */
    static final String PROPOSE =
            """
            WITH changed AS (
                UPDATE proxy_request AS request
                SET state = 'AWAITING_SECOND_APPROVAL', proposal = $4::jsonb, proposed_by = caller.id,
                    proposed_by_name = caller.name, proposed_at = clock_timestamp(), paused_at = NULL,
                    pend_reason = NULL, target_at = $5::timestamptz, due_at = $6::timestamptz,
                    patient_id = ($4::jsonb ->> 'patientId')::uuid,
                    claimed_by = NULL, claimed_by_name = NULL, claimed_at = NULL, claimed_until = NULL,
                    version = version + 1
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE request.id = $2::uuid AND version = $3::int
                  AND (SELECT papers.sha256 FROM (<PAPERS>) AS papers) IS NOT DISTINCT FROM $4::jsonb ->> 'documentSha256'
                RETURNING request.id, request.patient_id),
            event AS (
                SELECT 'PROXY_REQUEST_PROPOSED' AS act, 'DONE' AS outcome, patient_id, 'proxy_request' AS object_type,
                       id::text AS object_id, coalesce($4::jsonb #>> '{override,reason}', $4::jsonb ->> 'reason') AS reason,
                       NULL::jsonb AS before,
                       jsonb_build_object('state', 'AWAITING_SECOND_APPROVAL', 'proposal', $4::jsonb) AS after
                FROM changed),
            """
                            .replace("<PAPERS>", DocumentSql.PAPERS)
                    + AuditSql.AUDITED
                    + "SELECT id FROM changed";

    /**
     * Approves and grants, at once: decision, person, grant, the end of an older one, the proxy's
     * activation code, mails and events. No row when the request has changed. $2 request, $3
     * version, $4 proposal, $5 policy, $6 channel of the proxy's code, $7 its hash, $8 its days, $9
     * whether a second person agrees.
     */
    static final String APPROVE =
            """
            WITH caller AS (SELECT id, name FROM jsonb_to_record($1::jsonb) AS person(id text, name text)),
            wish AS (
                SELECT * FROM jsonb_to_record($4::jsonb) AS wish(
                    "patientId" uuid, "proxyPatientId" uuid, "accessClass" text, areas jsonb, "documentSha256" text,
                    "expiresOn" date, "endsAt" timestamptz, override jsonb, reason text)),
            request AS MATERIALIZED (
                SELECT request.* FROM proxy_request AS request, wish
                WHERE request.id = $2::uuid AND request.version = $3::int
                  AND (SELECT papers.sha256 FROM (<PAPERS>) AS papers) IS NOT DISTINCT FROM wish."documentSha256"
                FOR NO KEY UPDATE OF request),
            known AS (
                SELECT person.id FROM request CROSS JOIN wish <ACCOUNT>
                CROSS JOIN proxy_person AS person
                WHERE CASE WHEN request.proxy_person_id IS NOT NULL THEN person.id = request.proxy_person_id
                           WHEN coalesce(wish."proxyPatientId", account.patient_id) IS NOT NULL
                                THEN person.patient_id = coalesce(wish."proxyPatientId", account.patient_id)
                           ELSE person.patient_id IS NULL AND person.birth_date = request.birth_date
                                AND person.given_words = request.given_words
                                AND person.family_words = request.family_words
                                AND (lower(person.email) = lower(request.email) OR person.phone = request.phone) END
                ORDER BY person.id LIMIT 1),
            made AS (
                INSERT INTO proxy_person (patient_id, given_name, family_name, birth_date, email, phone, language,
                                          given_words, family_words)
                SELECT coalesce(wish."proxyPatientId", account.patient_id), request.given_name, request.family_name,
                       request.birth_date, request.email, request.phone, request.language, request.given_words,
                       request.family_words
                FROM request CROSS JOIN wish <ACCOUNT>
                WHERE NOT EXISTS (SELECT FROM known)
                RETURNING id, patient_id, email, language),
            person AS (
                SELECT id, patient_id, email, language FROM made
                UNION ALL
                SELECT person.id, person.patient_id, coalesce(person.email, request.email), person.language
                FROM proxy_person AS person JOIN known USING (id) CROSS JOIN request),
            approved AS (
                UPDATE proxy_request AS target
                SET state = 'APPROVED', patient_id = wish."patientId", proxy_person_id = person.id, policy_id = $5::uuid,
                    proposal = CASE WHEN $9::boolean THEN target.proposal ELSE $4::jsonb END,
                    proposed_by = CASE WHEN $9::boolean THEN target.proposed_by ELSE caller.id END,
                    proposed_by_name = CASE WHEN $9::boolean THEN target.proposed_by_name ELSE caller.name END,
                    proposed_at = CASE WHEN $9::boolean THEN target.proposed_at ELSE clock_timestamp() END,
                    decided_by = caller.id, decided_by_name = caller.name, decided_at = clock_timestamp(),
                    reason = coalesce(wish.override ->> 'reason', wish.reason), paused_at = NULL, pend_reason = NULL,
                    claimed_by = NULL, claimed_by_name = NULL, claimed_at = NULL, claimed_until = NULL,
                    version = target.version + 1
                FROM request, wish, person, caller
                WHERE target.id = request.id
                RETURNING target.id, target.patient_id, target.proxy_person_id, target.kind, target.relationship,
                          target.decided_by, request.state AS before, proxy_answer_address(target, person.patient_id) AS recipient),
            superseded AS (
                UPDATE proxy_grant AS older
                SET state = 'ENDED', ended_at = clock_timestamp(), ended_by = caller.name, end_reason = 'SUPERSEDED',
                    version = older.version + 1
                FROM approved, caller
                WHERE older.patient_id = approved.patient_id AND older.proxy_person_id = approved.proxy_person_id
                  AND older.state <> 'ENDED'
                RETURNING older.id, older.patient_id),
            granted AS (
                INSERT INTO proxy_grant (request_id, patient_id, proxy_person_id, kind, relationship, access_class,
                                         overridden, areas, approved_by, expires_on, ends_at)
                SELECT approved.id, approved.patient_id, approved.proxy_person_id, approved.kind, approved.relationship,
                       wish."accessClass", wish.override IS NOT NULL, wish.areas, approved.decided_by, wish."expiresOn",
                       wish."endsAt"
                FROM approved, wish
                -- Counting them makes the older ones end first: there is one live grant of a pair.
                WHERE (SELECT count(*) FROM superseded) >= 0
                RETURNING id, patient_id),
            without_account AS (
                SELECT person.* FROM person, approved
                WHERE person.patient_id IS NULL
                  AND NOT EXISTS (SELECT FROM portal_account WHERE proxy_person_id = person.id)),
            replaced AS (
                UPDATE activation_code AS code
                SET state = 'SUPERSEDED', ended_at = clock_timestamp(), version = version + 1
                FROM without_account WHERE code.proxy_person_id = without_account.id AND code.state = 'ISSUED'
                RETURNING code.id),
            code AS (
                INSERT INTO activation_code (proxy_person_id, channel, code_hash, expires_at, issued_by, issued_by_name,
                                             issue_reason)
                SELECT without_account.id, $6::text, $7::bytea,
                       clock_timestamp() + make_interval(hours => 24 * $8::int), caller.id, caller.name,
                       'Proxy request ' || $2::uuid
                FROM without_account, caller
                WHERE (SELECT count(*) FROM replaced) >= 0
                RETURNING id, proxy_person_id),
            email AS (
                SELECT CASE WHEN code.id IS NULL THEN 'PROXY_REQUEST_APPROVED' ELSE 'PROXY_ACTIVATION_CODE' END AS kind,
                       person.email AS recipient, person.language, NULL::uuid AS patient_id, code.id AS code_id,
                       NULL::uuid AS code_request_id, '{}'::jsonb AS content
                FROM approved JOIN person ON true LEFT JOIN code ON true
                WHERE person.email IS NOT NULL AND (code.id IS NULL OR $6::text = 'EMAIL')
                UNION ALL
                SELECT 'PROXY_ACCESS_GIVEN', address.value, <LANGUAGE>, patient.id, NULL, NULL, '{}'
                FROM approved JOIN patient ON patient.id = approved.patient_id
                CROSS JOIN LATERAL (SELECT value FROM patient_contact
                                    WHERE patient_id = patient.id AND kind = 'EMAIL' ORDER BY place LIMIT 1) AS address
                WHERE approved.kind = 'ADULT'),
            <EMAIL_QUEUED>,
            answer AS (
                SELECT approved.patient_id, 'PROXY_REQUEST_APPROVED' AS kind, person.language, approved.recipient,
                       NULL::text AS reason
                FROM approved JOIN person ON true
                WHERE person.email IS NULL AND approved.recipient IS NOT NULL),
            <ANSWER_QUEUED>,
            event AS (
                SELECT 'PROXY_REQUEST_APPROVED' AS act, 'DONE' AS outcome, approved.patient_id,
                       'proxy_request' AS object_type, approved.id::text AS object_id,
                       coalesce(wish.override ->> 'reason', wish.reason) AS reason,
                       jsonb_build_object('state', before) AS before,
                       jsonb_build_object('state', 'APPROVED', 'policy', $5::uuid, 'proposal', $4::jsonb) AS after
                FROM approved, wish
                UNION ALL
                SELECT 'PROXY_GRANTED', 'DONE', granted.patient_id, 'proxy_grant', granted.id::text, NULL, NULL,
                       jsonb_build_object('state', 'PENDING_CONFIRMATION', 'accessClass', wish."accessClass",
                                          'areas', wish.areas)
                FROM granted, wish
                UNION ALL
                SELECT 'PROXY_GRANT_ENDED', 'DONE', patient_id, 'proxy_grant', id::text, 'SUPERSEDED', NULL,
                       '{"state": "ENDED"}'
                FROM superseded
                UNION ALL
                SELECT 'PROXY_CODE_ISSUED', 'DONE', granted.patient_id, 'activation_code', code.id::text, NULL, NULL,
                       jsonb_build_object('channel', $6::text, 'proxyPerson', proxy_person_id)
                FROM code, granted),
            """
                            .replace("<PAPERS>", DocumentSql.PAPERS)
                            .replace("<ACCOUNT>", ACCOUNT)
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                            .replace("<ANSWER_QUEUED>", NoticeSql.ANSWER_QUEUED.strip())
                    + AuditSql.AUDITED
                    + """
                    SELECT granted.id, (SELECT count(*) FROM code)::int AS codes,
                           (SELECT person.patient_id FROM person
                            WHERE NOT EXISTS (SELECT FROM portal_account AS own
                                              WHERE own.patient_id = person.patient_id
                                                 OR own.proxy_person_id = person.id)) AS newcomer
                    FROM granted
                    """;

    private ApprovalSql() {}
}
