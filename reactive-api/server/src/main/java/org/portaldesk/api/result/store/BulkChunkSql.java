package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/** One chunk of a job: takes what waits, judges it, does it and marks what came of it. */
final class BulkChunkSql {

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
                    + BulkJudgingSql.JUDGED
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
                        UPDATE result SET version = result.version + 1 FROM fit, wished WHERE result.id = fit.result_id
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

    private static String taken(String grants) {
        return TAKEN.replace("<WISHED_GRANTS>", grants);
    }

    private static String marked(String event) {
        return MARKED.replace("<EVENT>", event);
    }

    private BulkChunkSql() {}
}
