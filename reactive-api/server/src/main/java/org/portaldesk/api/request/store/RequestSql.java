package org.portaldesk.api.request.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;
import org.portaldesk.api.patient.CandidateSql;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.work.BacklogSql;
import org.portaldesk.api.work.ClaimSql;
import org.portaldesk.api.work.PresenceSql;
import org.portaldesk.api.work.QueueSql;

/**
 * The statements of code requests.
 *
 * @see "docs/decisions/0044-candidates.md"
 */
final class RequestSql {

    private static final int KEPT_FROM = 21;

    private static final String OPEN = "state IN ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION')";

    /**
     * How many came within the hour, from the network of $1, from its /48 if it is an IPv6 one,
     * from its named network, and in all, of which no more than $2 are counted; and a fresh
     * reference.
     */
    static final String RECENT =
            """
            SELECT clock_timestamp() AS moment,
                   (SELECT upper(substr(secret, 1, 5) || '-' || substr(secret, 6, 5))
                    FROM encode(uuid_send(gen_random_uuid()), 'hex') AS secret) AS reference,
                   theirs.number AS theirs, theirs.wait, named.per_hour AS budget,
                   (SELECT count(*)::int FROM code_request
                    WHERE client_network <<= named.network AND received_at > statement_timestamp() - interval '1 hour')
                       AS named,
                   CASE WHEN family(client_network($1::inet)) = 6 THEN
                       (SELECT count(*)::int FROM code_request
                        WHERE client_network <<= set_masklen(client_network($1::inet), 48)
                          AND received_at > statement_timestamp() - interval '1 hour')
                       ELSE 0 END AS wide,
                   (SELECT count(*)::int FROM (
                       SELECT FROM code_request WHERE received_at > statement_timestamp() - interval '1 hour'
                       LIMIT $2::int) AS hour) AS overall
            FROM (SELECT count(*)::int AS number,
                         coalesce(extract(epoch FROM min(received_at) + interval '1 hour' - clock_timestamp()), 3600)::int
                             AS wait
                  FROM code_request
                  WHERE client_network = client_network($1::inet)
                    AND received_at > statement_timestamp() - interval '1 hour') AS theirs
            LEFT JOIN named_network($1::inet) AS named ON true
            """;

    private static final String GROUP =
            "left(encode(sha256(client_network::text::bytea), 'hex'), 16)";

    /** Portal's open requests that nobody has taken, of networks that sent ten or more in a day. */
    private static final String JUNK =
            """
            SELECT id, given_name, family_name, received_at, <GROUP> AS sender,
                   count(*) OVER (PARTITION BY client_network) AS together
            FROM code_request
            WHERE <OPEN> AND source = 'PORTAL' AND received_at > statement_timestamp() - interval '24 hours'
              AND (claimed_until IS NULL OR claimed_until <= clock_timestamp())
            """
                    .replace("<GROUP>", GROUP)
                    .replace("<OPEN>", OPEN);

    /** The largest first. */
    static final String JUNK_GROUPS =
            """
            WITH junk AS (<JUNK>),
            page AS (
                SELECT sender, count(*)::int AS requests, min(received_at) AS first_at, max(received_at) AS last_at,
                       (array_agg(DISTINCT given_name || ' ' || family_name))[1:5] AS names
                FROM junk WHERE together >= 10 GROUP BY sender ORDER BY count(*) DESC, sender LIMIT 200),
            event AS (
                SELECT 'CODE_REQUEST_JUNK_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'code_request' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('groups', (SELECT count(*) FROM page)) AS after),
            """
                            .replace("<JUNK>", JUNK.strip())
                    + AuditSql.AUDITED
                    + "SELECT page.* FROM page, audited ORDER BY requests DESC, sender";

    /** $2 senders. What somebody has taken up meanwhile stays. */
    static final String REMOVE_JUNK =
            """
            WITH chosen AS MATERIALIZED (
                SELECT junk.id FROM (<JUNK>) AS junk
                WHERE together >= 10 AND sender = ANY ($2::text[])),
            removed AS (
                UPDATE code_request
                SET state = 'DENIED', reason = 'JUNK', decided_by = caller.id, decided_by_name = caller.name,
                    decided_at = clock_timestamp(), paused_at = NULL, claimed_by = NULL, claimed_by_name = NULL,
                    claimed_at = NULL, claimed_until = NULL, version = version + 1
                FROM chosen, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE code_request.id = chosen.id AND <OPEN>
                  AND (code_request.claimed_until IS NULL OR code_request.claimed_until <= clock_timestamp())
                RETURNING code_request.id),
            event AS (
                SELECT 'CODE_REQUEST_JUNK_REMOVED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'code_request' AS object_type, NULL AS object_id, 'JUNK' AS reason, NULL::jsonb AS before,
                       jsonb_build_object('groups', cardinality($2::text[]),
                           'requests', (SELECT coalesce(jsonb_agg(id), '[]') FROM removed)) AS after),
            """
                            .replace("<JUNK>", JUNK.strip())
                            .replace("<OPEN>", OPEN)
                    + AuditSql.AUDITED
                    + "SELECT (SELECT count(*)::int FROM removed) AS removed FROM audited";

    /**
     * $2 to $10 what was said, $11 language, $12 received, $13 target, $14 due, $15 and $16 folded
     * words of given and family names, $17 folded e-mail, $18 folded phone, $19 reference, $20
     * source, and the kept answer.
     */
    static final String SUBMIT =
            """
            WITH submitted AS (
                INSERT INTO code_request (
                    reference, given_name, family_name, birth_date, ssn_last4, email, phone, postal_address,
                    deliver_by, note, language, received_at, target_at, due_at, given_words, family_words,
                    email_folded, phone_folded, client_address, source)
                SELECT $19::text, $2::text, $3::text, $4::date, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text,
                       $11::text, $12::timestamptz, $13::timestamptz, $14::timestamptz, $15::text[], $16::text[],
                       $17::text, $18::text, ($1::jsonb ->> 'address')::inet, $20::text
                RETURNING id, reference, deliver_by, source),
            <KEPT>,
            event AS (
                SELECT 'CODE_REQUEST_SUBMITTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'code_request' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('state', 'SUBMITTED', 'reference', reference,
                           'deliverBy', deliver_by, 'source', source) AS after
                FROM submitted),
            """
                            .replace("<KEPT>", Kept.cte("submitted", KEPT_FROM).strip())
                    + AuditSql.AUDITED
                    + "SELECT reference FROM submitted, audited";

    private static final String ROW =
            """
            id, reference, state, given_name, family_name, deliver_by, source, received_at, target_at, due_at, paused_at,
            claimed_by, claimed_by_name, claimed_at, claimed_until, version, clock_timestamp() AS moment
            """;

    private static final String LIST =
            """
            WITH found AS (
                SELECT <ROW> FROM code_request
                WHERE %s AND ($3::timestamptz IS NULL OR (due_at, id) > ($3, $4::uuid))
                ORDER BY due_at, id LIMIT $5),
            <MARK>,
            event AS (
                SELECT 'CODE_REQUESTS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'code_request' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object(
                           'requests', (SELECT coalesce(jsonb_agg(id), '[]') FROM found)) AS after
                FROM mark WHERE mark.tag IS DISTINCT FROM $6::text),
            """
                            .replace("<ROW>", ROW)
                            .replace("<MARK>", QueueSql.mark("state"))
                    + AuditSql.AUDITED
                    + QueueSql.SHOWN;

    /** $2 nothing, $3 and $4 after which, $5 how many, $6 the tag of what was seen. */
    static final String LIST_OPEN = LIST.formatted("$2::text IS NULL AND " + OPEN);

    /** $2 state, the rest alike. */
    static final String LIST_IN_STATE = LIST.formatted("state = $2");

    /** $2 request. */
    static final String LOOK = PresenceSql.look("code_request");

    /** How the queue stands. */
    static final String BACKLOG = "SELECT " + BacklogSql.COUNTS + "FROM code_request WHERE " + OPEN;

    /** What a decision needs; never leaves the server by itself. $1 request. */
    static final String STANDING = "SELECT " + ROW + " FROM code_request WHERE id = $1::uuid";

    /**
     * One request beside the records that it may be about, and the one event that says so. $2
     * request.
     */
    static final String READ =
            """
            WITH request AS (
                SELECT * FROM code_request WHERE id = $2::uuid),
            asked AS (
                SELECT * FROM request WHERE <OPEN>),
            <BEST>,
            event AS (
                SELECT 'CODE_REQUEST_READ' AS act, 'DONE' AS outcome, patient_id, 'code_request' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('candidates',
                           (SELECT coalesce(jsonb_agg(id ORDER BY score DESC), '[]') FROM best)) AS after
                FROM request),
            """
                            .replace("<OPEN>", OPEN)
                            .replace("<BEST>", CandidateSql.best("best", "asked").strip())
                    + AuditSql.AUDITED
                    + """
                    SELECT request.id, request.reference, request.state, request.given_name, request.family_name,
                           request.birth_date, request.ssn_last4, request.email, request.phone,
                           request.postal_address, request.deliver_by, request.source, request.note, request.received_at,
                           request.target_at, request.due_at, request.paused_at, request.claimed_by,
                           request.claimed_by_name, request.claimed_at, request.claimed_until, request.version,
                           request.decided_by_name, request.decided_at, request.reason, request.patient_id,
                           clock_timestamp() AS moment,
                           best.id AS candidate_id, best.closed, best.mrn, best.family_name AS candidate_family,
                           best.given_name AS candidate_given, best.birth_date AS candidate_birth_date,
                           best.ssn_last4 AS candidate_ssn, best.deceased, best.address_lines, best.city,
                           best.state AS province, best.postal_code, best.country,
                           ARRAY(SELECT value FROM patient_contact WHERE patient_id = best.id AND kind = 'EMAIL'
                                 ORDER BY place) AS emails,
                           ARRAY(SELECT value FROM patient_contact WHERE patient_id = best.id AND kind = 'PHONE'
                                 ORDER BY place) AS phones,
                           coalesce(
                               (SELECT state FROM portal_account WHERE patient_id = best.id),
                               (SELECT 'PENDING' FROM activation_code WHERE patient_id = best.id
                                AND state = 'ISSUED' AND expires_at > clock_timestamp()),
                               'NONE') AS account
                    FROM audited, request LEFT JOIN best ON true
                    ORDER BY best.score DESC, best.sort_name, best.id
                    """;

    /**
     * One act, as it was decided on that version; no row when the request has changed since. $2
     * request, $3 version, $4 new state, $5 TAKE or GIVE the claim, $6 paused, $7 target, $8 due,
     * $9 reason, $10 whether that decides it, $11 act on record, $12 e-mail to the requester.
     */
    static final String ACT =
            """
            WITH <CALLER>,
            found AS (SELECT id, state FROM code_request WHERE id = $2::uuid),
            taken AS MATERIALIZED (SELECT clock_timestamp() AS since, clock_timestamp() + <LENGTH> AS until),
            changed AS (
                UPDATE code_request
                SET state = $4::text, paused_at = $6::timestamptz, target_at = $7::timestamptz,
                    due_at = $8::timestamptz, reason = coalesce($9::text, reason), version = version + 1,
                    claimed_at = CASE $5::text
                        WHEN 'TAKE' THEN CASE WHEN <MINE> THEN claimed_at ELSE taken.since END END,
                    claimed_by = CASE $5::text WHEN 'TAKE' THEN caller.id END,
                    claimed_by_name = CASE $5::text WHEN 'TAKE' THEN caller.name END,
                    claimed_until = CASE $5::text WHEN 'TAKE' THEN taken.until END,
                    decided_by = CASE WHEN $10::boolean THEN caller.id END,
                    decided_by_name = CASE WHEN $10::boolean THEN caller.name END,
                    decided_at = CASE WHEN $10::boolean THEN taken.since END
                FROM caller, taken
                WHERE code_request.id = $2::uuid AND version = $3::integer AND <NOT_ANOTHERS>
                RETURNING code_request.id, reference, state, email, language),
            email AS (
                SELECT $12::text AS kind, changed.email AS recipient, language, NULL::uuid AS patient_id,
                       NULL::uuid AS code_id, id AS code_request_id,
                       jsonb_build_object('reference', reference, 'reason', $9::text) AS content
                FROM changed WHERE $12::text IS NOT NULL AND changed.email IS NOT NULL),
            <EMAIL_QUEUED>,
            event AS (
                SELECT $11::text AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'code_request' AS object_type,
                       changed.id::text AS object_id, $9::text AS reason,
                       jsonb_build_object('state', found.state) AS before,
                       jsonb_build_object('state', changed.state) AS after
                FROM changed JOIN found ON found.id = changed.id),
            """
                            .replace("<CALLER>", ClaimSql.CALLER.strip())
                            .replace("<LENGTH>", ClaimSql.LENGTH)
                            .replace("<MINE>", ClaimSql.MINE)
                            .replace("<NOT_ANOTHERS>", ClaimSql.NOT_ANOTHERS.strip())
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM changed";

    private RequestSql() {}
}
