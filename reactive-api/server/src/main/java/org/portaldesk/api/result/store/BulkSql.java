package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.platform.idempotency.Kept;

/** Jobs of acts on many results, from their beginning to their end. */
final class BulkSql {

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

    private BulkSql() {}
}
