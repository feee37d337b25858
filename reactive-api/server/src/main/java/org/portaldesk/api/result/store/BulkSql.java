package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.platform.idempotency.Kept;

/** Acts on many results. Preview and chunk judge by the same lines of SQL. */
final class BulkSql {

    /** $1 state, $2 category, $3 patient, $4 words, $5 folded words, $6 how many at most. */
    static final String PICK =
            """
            SELECT coalesce(array_agg(picked.id ORDER BY picked.id DESC), '{}') AS ids
            FROM (SELECT one.id
                  FROM result_release_at(statement_timestamp()) AS release
                  JOIN result AS one ON one.id = release.result_id
                  JOIN patient ON patient.id = one.patient_id
                  WHERE ($1::text IS NULL OR release.state = $1::text)
                    AND ($2::text IS NULL OR one.category = $2::text)
                    AND ($3::uuid IS NULL OR one.patient_id = $3::uuid)
                    AND ($4::text IS NULL OR patient.mrn = $4::text
                         OR starts_with(patient.sort_name, nullif($5::text, ''))
                         OR position(lower($4::text) IN lower(one.title)) > 0)
                  ORDER BY one.id DESC LIMIT $6::int) AS picked
            """;

    /**
     * What stands against each of {@code chosen(result_id, place)}, for {@code wish(act, clinician,
     * grants)}.
     */
    private static final String JUDGED =
            """
            known AS MATERIALIZED (
                SELECT chosen.place, one.id, one.patient_id, one.version, one.title, release.state, release.statute,
                       release.early_release, release.hold_id
                FROM chosen
                JOIN result AS one ON one.id = chosen.result_id
                JOIN result_release_at(statement_timestamp()) AS release ON release.result_id = one.id),
            judged AS MATERIALIZED (
                SELECT chosen.place, chosen.result_id, known.patient_id, known.version, known.title, known.state,
                       known.statute, known.hold_id,
                       CASE WHEN known.id IS NULL THEN 'UNKNOWN'
                            WHEN wish.act = 'RELEASE' AND known.state <> 'SCHEDULED' THEN 'STATE_CONFLICT'
                            WHEN wish.act = 'RELEASE' AND NOT known.early_release THEN 'NO_EARLY_RELEASE'
                            WHEN wish.act = 'RELEASE' AND NOT wish.clinician THEN 'EARLY_RELEASE'
                            WHEN wish.act = 'HOLD' AND (known.state = 'RETRACTED' OR known.hold_id IS NOT NULL)
                                THEN 'STATE_CONFLICT'
                            WHEN wish.act = 'HOLD' AND NOT wish.grants <@ ARRAY(
                                     SELECT id FROM proxy_grant WHERE proxy_grant.patient_id = known.patient_id)
                                THEN 'GRANT_OF_PATIENT'
                            WHEN wish.act = 'END_HOLD' AND known.hold_id IS NULL THEN 'STATE_CONFLICT'
                       END AS against
                FROM chosen CROSS JOIN wish LEFT JOIN known ON known.place = chosen.place),
            """;

    /**
     * On record as read. $2 results in order, $3 act, $4 whether a clinician, $5 grants of a hold.
     */
    static final String PREVIEW =
            """
            WITH chosen AS MATERIALIZED (
                SELECT result_id, place FROM unnest($2::uuid[]) WITH ORDINALITY AS given(result_id, place)),
            wish AS (SELECT $3::text AS act, $4::boolean AS clinician, $5::uuid[] AS grants),
            """
                    + JUDGED
                    + """
                    event AS (
                        SELECT 'RESULTS_BULK_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'result' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('act', $3::text, 'patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM judged
                                    WHERE patient_id IS NOT NULL)) AS after),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT jsonb_build_object(
                               'job', uuidv7(), 'now', statement_timestamp(),
                               'rows', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                            'id', judged.result_id, 'patientId', judged.patient_id,
                                            'patientName', concat_ws(', ', nullif(patient.family_name, ''),
                                                                     nullif(patient.given_name, '')),
                                            'title', judged.title, 'state', judged.state, 'statute', judged.statute,
                                            'against', judged.against) ORDER BY judged.place), '[]')
                                        FROM judged LEFT JOIN patient ON patient.id = judged.patient_id))::text AS answer
                    FROM audited
                    """;

    /** $2 job, $3 act, $4 detail, $5 results in order, $6 to $8 the kept answer. */
    static final String START =
            """
            WITH job AS (
                INSERT INTO bulk_job (id, act, detail, caller) VALUES ($2::uuid, $3::text, $4::jsonb, $1::jsonb)
                RETURNING id, act),
            item AS (
                INSERT INTO bulk_item (job_id, place, result_id)
                SELECT job.id, given.place, given.result_id
                FROM job, unnest($5::uuid[]) WITH ORDINALITY AS given(result_id, place)),
            event AS (
                SELECT 'RESULTS_BULK_STARTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'bulk_job' AS object_type, id::text AS object_id, act AS reason, NULL::jsonb AS before,
                       jsonb_build_object('results', cardinality($5::uuid[])) AS after
                FROM job),
            """
                    + AuditSql.AUDITED.strip()
                    + ",\n"
                    + Kept.cte("job", 6)
                    + "SELECT id FROM job";

    /** $1 how many. */
    static final String RUNNING =
            """
            SELECT id, act, caller::text AS caller FROM bulk_job WHERE state = 'RUNNING' ORDER BY id LIMIT $1::int
            """;

    /** $2 job, $3 how many. Results that somebody else has locked wait for their next turn. */
    private static final String TAKEN =
            """
            WITH job AS MATERIALIZED (
                SELECT id, act, detail FROM bulk_job WHERE id = $2::uuid AND state = 'RUNNING'
                FOR NO KEY UPDATE SKIP LOCKED),
            wish AS MATERIALIZED (
                SELECT job.act, (job.detail ->> 'clinician')::boolean AS clinician, <WISHED_GRANTS> AS grants
                FROM job),
            chosen AS MATERIALIZED (
                SELECT item.result_id, item.place
                FROM job JOIN bulk_item AS item ON item.job_id = job.id AND item.outcome = 'WAITING'
                ORDER BY item.attempts, item.place LIMIT $3::int),
            """
                    + JUDGED
                    + """
                    locked AS MATERIALIZED (
                        SELECT result.id, result.version
                        FROM judged JOIN result ON result.id = judged.result_id
                        WHERE judged.against IS NULL
                        ORDER BY result.id
                        FOR NO KEY UPDATE OF result SKIP LOCKED),
                    fit AS MATERIALIZED (
                        SELECT judged.* FROM judged
                        JOIN locked ON locked.id = judged.result_id AND locked.version = judged.version),
                    """;

    /** How often a result may be found busy before it counts as failed. */
    private static final String PATIENCE = "5";

    private static final String MARKED =
            """
            marked AS (
                UPDATE bulk_item AS item
                SET outcome = CASE WHEN changed.result_id IS NOT NULL THEN 'DONE'
                                   WHEN judged.against IS NOT NULL THEN 'REFUSED'
                                   WHEN item.attempts + 1 >= <PATIENCE> THEN 'FAILED' ELSE 'WAITING' END,
                    attempts = item.attempts + 1,
                    against = CASE WHEN changed.result_id IS NULL THEN coalesce(judged.against, 'BUSY') END,
                    state = judged.state, statute = judged.statute
                FROM judged LEFT JOIN changed ON changed.result_id = judged.result_id
                WHERE item.job_id = $2::uuid AND item.place = judged.place
                RETURNING item.result_id, item.outcome, item.against),
            event AS (
                SELECT '<EVENT>' AS act, 'DONE' AS outcome, changed.patient_id, 'result' AS object_type,
                       changed.result_id::text AS object_id, changed.reason,
                       changed.before, changed.after || jsonb_build_object('bulk', $2::uuid) AS after
                FROM changed
                UNION ALL
                SELECT '<EVENT>', 'REFUSED', judged.patient_id, 'result', judged.result_id::text, marked.against,
                       NULL, jsonb_build_object('bulk', $2::uuid)
                FROM marked JOIN judged ON judged.result_id = marked.result_id
                WHERE marked.outcome IN ('REFUSED', 'FAILED')),
            """
                            .replace("<PATIENCE>", PATIENCE)
                    + AuditSql.AUDITED
                    + """
                    SELECT (SELECT count(*)::int FROM chosen) AS taken,
                           (SELECT count(*)::int FROM marked WHERE outcome <> 'WAITING') AS settled
                    """;

    static final String RELEASE =
            taken("'{}'::uuid[]")
                    + """
                    changed AS (
                        UPDATE result SET released_early_at = clock_timestamp(), version = result.version + 1
                        FROM fit WHERE result.id = fit.result_id
                        RETURNING result.id AS result_id, result.patient_id, fit.statute AS reason,
                                  '{"state": "SCHEDULED"}'::jsonb AS before, '{"state": "RELEASED"}'::jsonb AS after),
                    """
                    + marked("RESULT_RELEASED");

    static final String HOLD =
            taken(
                            """
                            CASE jsonb_typeof(job.detail #> '{hold,withheldFrom,proxies}') WHEN 'array' THEN ARRAY(
                                SELECT value::uuid FROM jsonb_array_elements_text(
                                    job.detail #> '{hold,withheldFrom,proxies}')) ELSE '{}' END
                            """
                                    .strip())
                    + HoldSql.WISH.formatted("(SELECT detail -> 'hold' FROM job)")
                    + """
                    touched AS (
                        UPDATE result SET version = result.version + 1 FROM fit WHERE result.id = fit.result_id
                        RETURNING result.id, result.patient_id),
                    """
                    + HoldSql.PLACED
                    + """
                    changed AS (
                        SELECT result_id, patient_id, basis AS reason, NULL::jsonb AS before, <AFTER> AS after
                        FROM placed),
                    """
                            .replace("<AFTER>", HoldSql.AFTER)
                    + marked("RESULT_HELD");

    static final String END_HOLD =
            taken("'{}'::uuid[]")
                    + """
                    changed AS (
                        UPDATE result_hold
                        SET ended_at = clock_timestamp(), ended_by_name = caller.name,
                            end_reason = (SELECT detail ->> 'reason' FROM job)
                        FROM fit, jsonb_to_record($1::jsonb) AS caller(name text)
                        WHERE result_hold.id = fit.hold_id AND ended_at IS NULL AND ends_at > clock_timestamp()
                        RETURNING result_hold.result_id, result_hold.patient_id, end_reason AS reason,
                                  '{"state": "HELD"}'::jsonb AS before,
                                  jsonb_build_object('hold', result_hold.id) AS after),
                    touched AS (
                        UPDATE result SET version = version + 1 WHERE id IN (SELECT result_id FROM changed)),
                    """
                    + marked("RESULT_HOLD_ENDED");

    /** What no chunk can get past. $2 job. */
    static final String GIVE_UP_ONE =
            """
            WITH item AS (
                UPDATE bulk_item SET outcome = 'FAILED', against = 'FAILED', attempts = attempts + 1
                WHERE job_id = $2::uuid AND place = (
                    SELECT place FROM bulk_item WHERE job_id = $2::uuid AND outcome = 'WAITING'
                    ORDER BY attempts, place LIMIT 1)
                RETURNING result_id),
            event AS (
                SELECT 'RESULTS_BULK_FAILED' AS act, 'REFUSED' AS outcome, result.patient_id, 'result' AS object_type,
                       item.result_id::text AS object_id, 'FAILED' AS reason, NULL::jsonb AS before,
                       jsonb_build_object('bulk', $2::uuid) AS after
                FROM item LEFT JOIN result ON result.id = item.result_id),
            """
                    + AuditSql.AUDITED
                    + "SELECT result_id FROM item";

    /** $2 job; nothing while something waits. */
    static final String END =
            """
            WITH ended AS (
                UPDATE bulk_job SET state = 'DONE', ended_at = clock_timestamp()
                WHERE id = $2::uuid AND state = 'RUNNING'
                  AND NOT EXISTS (SELECT FROM bulk_item WHERE job_id = $2::uuid AND outcome = 'WAITING')
                RETURNING id),
            event AS (
                SELECT 'RESULTS_BULK_ENDED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'bulk_job' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       (SELECT jsonb_object_agg(outcome, items) FROM (
                           SELECT outcome, count(*) AS items FROM bulk_item WHERE job_id = ended.id
                           GROUP BY outcome) AS counted) AS after
                FROM ended),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM ended";

    /** $2 job; no row when it has ended. */
    static final String CANCEL =
            """
            WITH stopped AS (
                UPDATE bulk_job SET state = 'CANCELLED', ended_at = clock_timestamp()
                WHERE id = $2::uuid AND state = 'RUNNING' RETURNING id),
            item AS (
                UPDATE bulk_item SET outcome = 'CANCELLED'
                FROM stopped WHERE job_id = stopped.id AND outcome = 'WAITING' RETURNING place),
            event AS (
                SELECT 'RESULTS_BULK_CANCELLED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'bulk_job' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('cancelled', (SELECT count(*) FROM item)) AS after
                FROM stopped),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM stopped";

    /** $2 job; no row while it runs or when nothing was refused or failed. */
    static final String RETRY =
            """
            WITH again AS (
                UPDATE bulk_job SET state = 'RUNNING', ended_at = NULL
                WHERE id = $2::uuid AND state <> 'RUNNING'
                  AND EXISTS (SELECT FROM bulk_item WHERE job_id = $2::uuid AND outcome IN ('REFUSED', 'FAILED'))
                RETURNING id),
            item AS (
                UPDATE bulk_item SET outcome = 'WAITING', attempts = 0, against = NULL
                FROM again WHERE job_id = again.id AND outcome IN ('REFUSED', 'FAILED') RETURNING place),
            event AS (
                SELECT 'RESULTS_BULK_RETRIED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'bulk_job' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('results', (SELECT count(*) FROM item)) AS after
                FROM again),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM again";

    /** $1 job. */
    static final String JOB =
            """
            SELECT jsonb_build_object(
                       'id', job.id, 'act', job.act, 'state', job.state, 'total', counted.total,
                       'waiting', counted.waiting, 'done', counted.done, 'refused', counted.refused,
                       'failed', counted.failed, 'cancelled', counted.cancelled,
                       'startedBy', job.caller ->> 'name', 'startedAt', job.started_at, 'endedAt', job.ended_at)::text
                       AS answer
            FROM bulk_job AS job
            CROSS JOIN LATERAL (
                SELECT count(*) AS total,
                       count(*) FILTER (WHERE outcome = 'WAITING') AS waiting,
                       count(*) FILTER (WHERE outcome = 'DONE') AS done,
                       count(*) FILTER (WHERE outcome = 'REFUSED') AS refused,
                       count(*) FILTER (WHERE outcome = 'FAILED') AS failed,
                       count(*) FILTER (WHERE outcome = 'CANCELLED') AS cancelled
                FROM bulk_item WHERE job_id = job.id) AS counted
            WHERE job.id = $1::uuid
            """;

    /** $1 job, $2 outcome, $3 after which place, $4 how many. */
    static final String ROWS =
            """
            SELECT place, result_id, outcome, against, state, statute FROM bulk_item
            WHERE job_id = $1::uuid AND ($2::text IS NULL OR outcome = $2::text)
              AND ($3::int IS NULL OR place > $3::int)
            ORDER BY place LIMIT $4::int
            """;

    private static String taken(String grants) {
        return TAKEN.replace("<WISHED_GRANTS>", grants);
    }

    private static String marked(String event) {
        return MARKED.replace("<EVENT>", event);
    }

    private BulkSql() {}
}
