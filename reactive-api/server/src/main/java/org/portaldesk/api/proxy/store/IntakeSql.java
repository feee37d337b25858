package org.portaldesk.api.proxy.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;
import org.portaldesk.api.platform.idempotency.Kept;

/** The statements by which proxy requests and their documents come in. */
final class IntakeSql {

    private static final int KEPT_FROM = 21;

    /** $1 patient. */
    static final String PATIENT =
            "SELECT id, birth_date, deceased, uuidv7() AS fresh_id FROM patient WHERE id = $1::uuid";

    /**
     * No row for a patient who is not there. $2 patient, $3 kind, $4 relationship, $5 to $9 the
     * claimed proxy, $10 and $11 folded e-mail and phone, $12 and $13 folded words, $14 received,
     * $15 target, $16 due, $17 documents, $18 class by the rule, $19 id, $20 the claimed postal
     * address, and the kept answer.
     */
    static final String SUBMIT =
            """
            WITH submitted AS (
                INSERT INTO proxy_request (
                    id, patient_id, kind, relationship, given_name, family_name, birth_date, email, phone, email_folded,
                    phone_folded, given_words, family_words, language, recorded_by, recorded_by_name, received_at,
                    target_at, due_at, postal_address)
                SELECT $19::uuid, patient.id, $3::text, $4::text, $5::text, $6::text, $7::date, $8::text, $9::text, $10::text,
                       $11::text, $12::text[], $13::text[], <LANGUAGE>, caller.id, caller.name, $14::timestamptz,
                       $15::timestamptz, $16::timestamptz, $20::text
                FROM patient, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE patient.id = $2::uuid
                RETURNING id, patient_id, state),
            taken AS (
                UPDATE proxy_document SET request_id = submitted.id
                FROM submitted WHERE proxy_document.id = ANY ($17::uuid[]) AND request_id IS NULL
                RETURNING proxy_document.id, encode(sha256, 'hex') AS sha256),
            <KEPT>,
            event AS (
                SELECT 'PROXY_REQUEST_RECORDED' AS act, 'DONE' AS outcome, patient_id, 'proxy_request' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('state', state, 'kind', $3::text, 'accessClass', $18::text, 'documents',
                           (SELECT coalesce(jsonb_agg(sha256), '[]') FROM taken)) AS after
                FROM submitted),
            """
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                            .replace("<KEPT>", Kept.cte("submitted", KEPT_FROM).strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM submitted";

    /**
     * A request from the portal: the proxy is whoever is signed in. No row without an account, or
     * with too many requests of today. $2 to $4 the claimed child, $5 and $6 their folded words, $7
     * relationship, $8 target, $9 due, $10 how many a day, $11 received.
     */
    static final String SUBMIT_AT_PORTAL =
            """
            WITH me AS (
                SELECT account.id, coalesce(own.given_name, person.given_name) AS given_name,
                       coalesce(own.family_name, person.family_name) AS family_name,
                       coalesce(own.birth_date, person.birth_date) AS birth_date,
                       coalesce(person.email, email.value) AS email, coalesce(person.phone, phone.value) AS phone,
                       coalesce(person.language, CASE WHEN own.language ILIKE 'es%' THEN 'es' ELSE 'en' END) AS language,
                       email.folded AS email_folded, phone.folded AS phone_folded, linked.id AS person_id
                FROM portal_account AS account
                LEFT JOIN patient AS own ON own.id = account.patient_id
                LEFT JOIN proxy_person AS person ON person.id = account.proxy_person_id
                LEFT JOIN proxy_person AS linked
                    ON linked.id = account.proxy_person_id OR linked.patient_id = account.patient_id
                LEFT JOIN LATERAL (
                    SELECT value, folded FROM patient_contact
                    WHERE patient_id = own.id AND kind = 'EMAIL' ORDER BY place LIMIT 1) AS email ON true
                LEFT JOIN LATERAL (
                    SELECT value, folded FROM patient_contact
                    WHERE patient_id = own.id AND kind = 'PHONE' ORDER BY place LIMIT 1) AS phone ON true
                WHERE account.keycloak_id = ($1::jsonb ->> 'id')::uuid AND account.state = 'ACTIVE'
                  AND NOT coalesce(own.deceased, false)
                  AND (SELECT count(*) FROM proxy_request
                       WHERE requester_account_id = account.id
                         AND recorded_at > statement_timestamp() - interval '1 day') < $10::int),
            submitted AS (
                INSERT INTO proxy_request (
                    kind, relationship, patient_given_name, patient_family_name, patient_birth_date, patient_given_words,
                    patient_family_words, given_name, family_name, birth_date, email, phone, email_folded, phone_folded,
                    given_words, family_words, language, requester_account_id, proxy_person_id, recorded_by,
                    recorded_by_name, received_at, target_at, due_at)
                SELECT 'MINOR', $7::text, $2::text, $3::text, $4::date, $5::text[], $6::text[], me.given_name,
                       me.family_name, me.birth_date, me.email, me.phone, me.email_folded, me.phone_folded,
                       folded_words(me.given_name), folded_words(me.family_name), me.language, me.id, me.person_id,
                       caller.id, caller.name, $11::timestamptz, $8::timestamptz, $9::timestamptz
                FROM me, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                RETURNING id, state),
            event AS (
                SELECT 'PROXY_REQUEST_RECORDED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'proxy_request' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('state', state, 'kind', 'MINOR') AS after
                FROM submitted),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM submitted";

    /**
     * More pages for an open request, which a first approval has not seen. No row when it is
     * decided. $2 request, $3 documents.
     */
    static final String ADD_DOCUMENTS =
            """
            WITH changed AS (
                UPDATE proxy_request
                SET version = version + 1, <TAKEN_BACK>,
                    state = CASE WHEN state <> 'AWAITING_SECOND_APPROVAL' THEN state
                                 WHEN claimed_until > clock_timestamp() THEN 'IN_REVIEW' ELSE 'SUBMITTED' END
                WHERE id = $2::uuid AND <OPEN>
                RETURNING id, patient_id, state),
            taken AS (
                UPDATE proxy_document SET request_id = changed.id
                FROM changed WHERE proxy_document.id = ANY ($3::uuid[]) AND request_id IS NULL
                RETURNING proxy_document.id, encode(sha256, 'hex') AS sha256),
            event AS (
                SELECT 'PROXY_DOCUMENTS_ADDED' AS act, 'DONE' AS outcome, patient_id, 'proxy_request' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('state', state,
                           'documents', (SELECT coalesce(jsonb_agg(sha256), '[]') FROM taken)) AS after
                FROM changed),
            """
                            .replace("<OPEN>", ReviewSql.OPEN)
                            .replace("<TAKEN_BACK>", ReviewSql.takenBack("'SUBMITTED'"))
                    + AuditSql.AUDITED
                    + "SELECT id FROM changed";

    private IntakeSql() {}
}
