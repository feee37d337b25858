package org.portaldesk.api.proxy.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;
import org.portaldesk.api.patient.CandidateSql;
import org.portaldesk.api.work.BacklogSql;
import org.portaldesk.api.work.ClaimSql;
import org.portaldesk.api.work.PresenceSql;
import org.portaldesk.api.work.QueueSql;

/** The statements by which proxy requests are seen and go through review. */
final class ReviewSql {

    static final String OPEN =
            "state IN ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION', 'PENDED', 'AWAITING_SECOND_APPROVAL')";

    private static final String ROW =
            """
            request.id, request.state, request.kind, request.relationship, request.patient_id,
            request.patient_given_name, request.patient_family_name, request.patient_birth_date, request.given_name,
            request.family_name, request.birth_date, request.email, request.phone, request.postal_address, request.received_at,
            request.recorded_by, request.recorded_by_name, request.target_at, request.due_at, request.paused_at,
            request.pend_reason, request.claimed_by, request.claimed_by_name, request.claimed_at,
            request.claimed_until, request.proposed_by, request.proposed_by_name, request.proposal::text AS proposal,
            request.decided_by_name, request.decided_at, request.reason, request.version,
            request.requester_account_id IS NOT NULL AS from_portal, statement_timestamp() AS moment,
            record.family_name AS record_family, record.given_name AS record_given,
            record.birth_date AS record_birth_date, coalesce(record.deceased, false) AS deceased, record.mrn
            """;

    /** Groups and classes change with the clock, names with the record. */
    private static final String MAY_CHANGE =
            """
            width_bucket(due_at, ARRAY[$11::timestamptz, $12::timestamptz, $13::timestamptz]), $14::text,
            record_family, record_given, record_birth_date, deceased\
            """;

    private static final String LIST =
            """
            WITH found AS (
                SELECT <ROW>
                FROM proxy_request AS request LEFT JOIN patient AS record ON record.id = request.patient_id
                WHERE request.%s
                  AND (request.patient_id IN (SELECT closed_patient($1::jsonb))) IS NOT TRUE
                  AND ($3::timestamptz IS NULL OR (request.due_at, request.id) > ($3, $4::uuid))
                  AND ($6::text IS NULL OR (request.claimed_by = $6 AND request.claimed_until > statement_timestamp()))
                  AND request.due_at > coalesce($7::timestamptz, '-infinity')
                  AND request.due_at <= coalesce($8::timestamptz, 'infinity')
                  AND ($9::boolean IS NULL OR (request.paused_at IS NOT NULL) = $9)
                ORDER BY request.due_at, request.id LIMIT $5),
            <MARK>,
            event AS (
                SELECT 'PROXY_REQUESTS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'proxy_request' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('requests', (SELECT coalesce(jsonb_agg(id), '[]') FROM found)) AS after
                FROM mark WHERE mark.tag IS DISTINCT FROM $10::text),
            """
                            .replace("<ROW>", ROW)
                            .replace("<MARK>", QueueSql.mark(MAY_CHANGE))
                    + AuditSql.AUDITED
                    + QueueSql.SHOWN;

    /**
     * $2 nothing, $3 and $4 after which, $5 how many, $6 claimed by, $7 and $8 due after and until,
     * $9 whether paused, $10 the tag of what was seen, $11 to $13 the lines between the groups, $14
     * the rule of the day.
     */
    static final String LIST_OPEN = LIST.formatted(OPEN + " AND $2::text IS NULL");

    /** $2 state, the rest alike. */
    static final String LIST_IN_STATE = LIST.formatted("state = $2::text");

    /**
     * What a decision needs. $1 request, $2 and $3 the caller's id and name, $4 the chosen patient,
     * $5 the chosen record of the proxy and the papers, which a first approval has chosen already
     * where a second one is waited for.
     */
    static final String CASE =
            """
            SELECT <ROW>, papers.documents, papers.sha256, asked.patient AS chosen, chosen.birth_date AS chosen_birth_date,
                   coalesce(chosen.deceased, false) AS chosen_deceased,
                   staff_is_related($2::text, $3::text, approved) AS related,
                   proxy_request_deviations(approved) AS deviations,
                   approved.proposal ->> 'proxyPatientId' IS NULL OR EXISTS (
                       SELECT FROM patient WHERE id = (approved.proposal ->> 'proxyPatientId')::uuid) AS proxy_is_known,
                   EXISTS (SELECT FROM proxy_block AS block
                           WHERE block.patient_id = asked.patient AND block.ended_at IS NULL
                             AND (block.birth_date IS NULL OR block.birth_date = request.birth_date)
                             AND same_words(block.given_words, request.given_words)
                             AND same_words(block.family_words, request.family_words)) AS blocked
            FROM proxy_request AS request
            LEFT JOIN patient AS record ON record.id = request.patient_id
            CROSS JOIN LATERAL (SELECT coalesce(request.patient_id, $4::uuid) AS patient) AS asked
            CROSS JOIN LATERAL jsonb_populate_record(request, jsonb_build_object(
                'patient_id', asked.patient,
                'proposal', CASE WHEN request.state = 'AWAITING_SECOND_APPROVAL' THEN request.proposal
                                 ELSE $5::jsonb END)) AS approved
            LEFT JOIN patient AS chosen ON chosen.id = asked.patient
            CROSS JOIN LATERAL (<PAPERS>) AS papers
            WHERE request.id = $1::uuid
            """
                    .replace("<ROW>", ROW)
                    .replace("<PAPERS>", DocumentSql.PAPERS);

    private static final String CANDIDATES =
            """
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'id', best.id, 'mrn', best.mrn, 'family', best.family_name, 'given', best.given_name,
                       'birthDate', best.birth_date, 'deceased', best.deceased, 'closed', best.closed,
                       'emails', ARRAY(SELECT value FROM patient_contact
                                       WHERE patient_id = best.id AND kind = 'EMAIL' ORDER BY place),
                       'phones', ARRAY(SELECT value FROM patient_contact
                                       WHERE patient_id = best.id AND kind = 'PHONE' ORDER BY place),
                       'account', coalesce(
                           (SELECT state FROM portal_account WHERE patient_id = best.id),
                           (SELECT 'PENDING' FROM activation_code WHERE patient_id = best.id
                            AND state = 'ISSUED' AND expires_at > statement_timestamp()),
                           'NONE')) ORDER BY score DESC, sort_name, best.id), '[]')::text
            FROM <best> AS best
            """;

    /**
     * One request with all that is beside it, and the one event that says so. $2 request, $3 zone.
     */
    static final String READ =
            """
            WITH request AS MATERIALIZED (
                SELECT * FROM proxy_request WHERE id = $2::uuid),
            asked_proxy AS (
                SELECT birth_date, NULL::text AS ssn_last4, email_folded, phone_folded, family_words, given_words
                FROM request WHERE <OPEN>),
            asked_patient AS (
                SELECT patient_birth_date AS birth_date, NULL::text AS ssn_last4, NULL::text AS email_folded,
                       NULL::text AS phone_folded, patient_family_words AS family_words,
                       patient_given_words AS given_words
                FROM request WHERE <OPEN> AND patient_id IS NULL),
            <PROXIES>,
            <PATIENTS>,
            held AS (
            """
                            .replace("<OPEN>", OPEN)
                            .replace(
                                    "<PROXIES>",
                                    CandidateSql.best("like_proxy", "asked_proxy").strip())
                            .replace(
                                    "<PATIENTS>",
                                    CandidateSql.best("like_patient", "asked_patient").strip())
                    + GrantSql.SEEN.formatted("$3")
                    + """
                    WHERE (g.patient_id = (SELECT patient_id FROM request) OR g.request_id = $2::uuid)
                      AND g.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                    ORDER BY g.id DESC LIMIT 100),
                    event AS (
                        SELECT 'PROXY_REQUEST_READ' AS act, 'DONE' AS outcome, patient_id, 'proxy_request' AS object_type,
                               id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('candidates',
                                   (SELECT coalesce(jsonb_agg(DISTINCT id), '[]')
                                    FROM (SELECT id FROM like_proxy UNION SELECT id FROM like_patient) AS shown)) AS after
                        FROM request),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT <ROW>,
                           (<LIKE_PROXY>) AS proxy_candidates,
                           (<LIKE_PATIENT>) AS patient_candidates,
                           (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'relationship', relationship,
                                   'phone', phone, 'email', email,
                                   'claimed', same_words(folded_words(name), request.given_words || request.family_words)
                                        OR coalesce(patient_related.email_folded = request.email_folded, false)
                                        OR coalesce(patient_related.phone_folded = request.phone_folded, false))
                                   ORDER BY place), '[]')::text
                            FROM patient_related WHERE patient_id = request.patient_id) AS contacts,
                           (SELECT coalesce(jsonb_agg(held.grant ORDER BY id DESC), '[]')::text FROM held) AS grants,
                           (SELECT held.id FROM held JOIN proxy_grant ON proxy_grant.id = held.id
                            WHERE request_id = $2::uuid) AS grant_id,
                           (SELECT coalesce(jsonb_agg(<BLOCK> ORDER BY id DESC), '[]')::text
                            FROM proxy_block AS block
                            WHERE block.patient_id = request.patient_id AND ended_at IS NULL) AS blocks,
                           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'mediaType', media_type, 'pages', pages,
                                   'bytes', size, 'sha256', encode(sha256, 'hex'), 'receivedAt', received_at)
                                   || coalesce(paper.found, '{}') ORDER BY id), '[]')::text
                            FROM proxy_document AS document
                            LEFT JOIN LATERAL (
                                SELECT jsonb_build_object('type', found.type, 'endsOn', found."endsOn") AS found
                                FROM jsonb_to_recordset(nullif(request.proposal -> 'papers', 'null'))
                                    AS found("documentId" uuid, type text, "endsOn" date)
                                WHERE found."documentId" = document.id) AS paper ON true
                            WHERE document.request_id = request.id) AS papers,
                           (SELECT proxy_answer_address(proxy_request) IS NOT NULL
                            FROM proxy_request WHERE id = request.id) AS has_address
                    FROM audited, request LEFT JOIN patient AS record ON record.id = request.patient_id
                    """
                            .replace("<ROW>", ROW)
                            .replace("<LIKE_PROXY>", CANDIDATES.replace("<best>", "like_proxy"))
                            .replace("<LIKE_PATIENT>", CANDIDATES.replace("<best>", "like_patient"))
                            .replace("<BLOCK>", GrantSql.BLOCK.strip());

    /** $2 request. */
    static final String LOOK = PresenceSql.look("proxy_request");

    /** How the queue stands. */
    static final String BACKLOG =
            "SELECT " + BacklogSql.COUNTS + "FROM proxy_request WHERE " + OPEN;

    /** $1 request. */
    static final String HAS_EMAIL =
            "SELECT email IS NOT NULL AS has_email FROM proxy_request WHERE id = $1::uuid";

    /** Who works here under that username, by the record: $1 username. */
    static final String COLLEAGUE =
            """
            SELECT actor, actor_name FROM audit_event
            WHERE actor_username = $1::text AND 'roi-reviewer' = ANY (actor_roles) ORDER BY id DESC LIMIT 1
            """;

    /**
     * One act, as it was decided on that version; no row when the request has changed since. $2
     * request, $3 version, $4 new state, $5 and $6 who holds it from now on, if anybody, $7 paused,
     * $8 target, $9 due, $10 reason of the pause, $11 reason of a denial, $12 act on record, $13
     * e-mail to the requester, $14 the reason in it.
     */
    static final String ACT =
            """
            WITH caller AS (SELECT id, name FROM jsonb_to_record($1::jsonb) AS person(id text, name text)),
            found AS (SELECT id, state FROM proxy_request WHERE id = $2::uuid),
            taken AS MATERIALIZED (SELECT clock_timestamp() AS since, clock_timestamp() + <LENGTH> AS until),
            changed AS (
                UPDATE proxy_request
                SET state = $4::text, <TAKEN_BACK>, paused_at = $7::timestamptz, target_at = $8::timestamptz,
                    due_at = $9::timestamptz, version = version + 1,
                    pend_reason = CASE WHEN $4::text IN ('PENDED', 'NEEDS_INFORMATION')
                                       THEN coalesce($10::text, pend_reason) END,
                    claimed_at = CASE WHEN claimed_by = $5::text AND claimed_until > taken.since THEN claimed_at
                                      WHEN $5::text IS NOT NULL THEN taken.since END,
                    claimed_by = $5::text, claimed_by_name = $6::text,
                    claimed_until = CASE WHEN $5::text IS NOT NULL THEN taken.until END,
                    decided_by = CASE WHEN $11::text IS NOT NULL THEN caller.id END,
                    decided_by_name = CASE WHEN $11::text IS NOT NULL THEN caller.name END,
                    decided_at = CASE WHEN $11::text IS NOT NULL THEN taken.since END,
                    reason = $11::text
                FROM caller, taken
                WHERE proxy_request.id = $2::uuid AND version = $3::integer
                RETURNING proxy_request.id, patient_id, state, email, language, requester_account_id,
                          proxy_answer_address(proxy_request) AS recipient),
            email AS (
                SELECT $13::text AS kind, changed.email AS recipient, language, NULL::uuid AS patient_id,
                       NULL::uuid AS code_id, NULL::uuid AS code_request_id,
                       jsonb_build_object('reason', $14::text) AS content
                FROM changed WHERE $13::text IS NOT NULL AND changed.email IS NOT NULL),
            <EMAIL_QUEUED>,
            answer AS (
                SELECT coalesce(changed.patient_id, account.patient_id) AS patient_id, $13::text AS kind,
                       changed.language, changed.recipient, $14::text AS reason
                FROM changed LEFT JOIN portal_account AS account ON account.id = changed.requester_account_id
                WHERE $13::text IS NOT NULL AND changed.email IS NULL AND changed.recipient IS NOT NULL),
            <ANSWER_QUEUED>,
            event AS (
                SELECT $12::text AS act, 'DONE' AS outcome, patient_id, 'proxy_request' AS object_type,
                       changed.id::text AS object_id, coalesce($11::text, $10::text) AS reason,
                       jsonb_build_object('state', found.state) AS before,
                       jsonb_strip_nulls(jsonb_build_object('state', changed.state, 'holder', $6::text)) AS after
                FROM changed JOIN found ON found.id = changed.id),
            """
                            .replace("<LENGTH>", ClaimSql.LENGTH)
                            .replace("<TAKEN_BACK>", takenBack("$4::text"))
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                            .replace("<ANSWER_QUEUED>", NoticeSql.ANSWER_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM changed";

    /**
     * A first approval, and the record that it chose, end where the request goes back to review.
     */
    static String takenBack(String state) {
        var back =
                "state = 'AWAITING_SECOND_APPROVAL' AND %s IN ('SUBMITTED', 'IN_REVIEW')"
                        .formatted(state);
        return Stream.of("proposal", "proposed_by", "proposed_by_name", "proposed_at")
                        .map(
                                one ->
                                        "%1$s = CASE WHEN NOT (%2$s) THEN %1$s END"
                                                .formatted(one, back))
                        .collect(Collectors.joining(", "))
                + ", patient_id = CASE WHEN NOT (%s AND patient_birth_date IS NOT NULL) THEN patient_id END"
                        .formatted(back);
    }

    private ReviewSql() {}
}
