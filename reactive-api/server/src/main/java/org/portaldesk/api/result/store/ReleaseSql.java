package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The acts on a result. {@code $2} is the result, {@code $3} the version on which the act was
 * judged; no row when it has changed since.
 */
final class ReleaseSql {

    static final String RELEASE =
            """
            WITH released AS (
                UPDATE result SET released_early_at = clock_timestamp(), version = version + 1
                WHERE id = $2::uuid AND version = $3::int
                RETURNING id, patient_id),
            event AS (
                SELECT 'RESULT_RELEASED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       id::text AS object_id, NULL AS reason, '{"state": "SCHEDULED"}'::jsonb AS before,
                       '{"state": "RELEASED"}'::jsonb AS after
                FROM released),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM released";

    /** $4 the wish as JSON. */
    static final String HOLD =
            """
            WITH
            """
                    + HoldSql.WISH.formatted("$4::jsonb")
                    + """
                    touched AS (
                        UPDATE result SET version = version + 1 FROM wished
                        WHERE result.id = $2::uuid AND version = $3::int
                        RETURNING result.id, result.patient_id),
                    """
                    + HoldSql.PLACED
                    + """
                    event AS (
                        SELECT 'RESULT_HELD' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                               result_id::text AS object_id, basis AS reason, NULL::jsonb AS before, <AFTER> AS after
                        FROM placed),
                    """
                            .replace("<AFTER>", HoldSql.AFTER)
                    + AuditSql.AUDITED
                    + "SELECT id FROM placed";

    /** $4 hold, $5 why. */
    static final String END_HOLD =
            """
            WITH ended AS (
                UPDATE result_hold
                SET ended_at = clock_timestamp(), ended_by_name = caller.name, end_reason = $5::text
                FROM jsonb_to_record($1::jsonb) AS caller(name text), result
                WHERE result.id = $2::uuid AND result.version = $3::int AND result_id = result.id
                  AND result_hold.id = $4::uuid AND ended_at IS NULL AND ends_at > clock_timestamp()
                RETURNING result_hold.id, result_id, result_hold.patient_id),
            changed AS (
                UPDATE result SET version = version + 1 WHERE id IN (SELECT result_id FROM ended)),
            event AS (
                SELECT 'RESULT_HOLD_ENDED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       result_id::text AS object_id, $5::text AS reason, '{"state": "HELD"}'::jsonb AS before,
                       jsonb_build_object('hold', id) AS after
                FROM ended),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM ended";

    /** By its determiner alone: it ends when was wished. $4 hold. */
    static final String CONFIRM =
            """
            WITH confirmed AS (
                UPDATE result_hold
                SET confirmed_at = clock_timestamp(), confirmed_by = caller.id, confirmed_by_name = caller.name,
                    ends_at = wished_end, review_at = wished_review
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text), result
                WHERE result.id = $2::uuid AND result.version = $3::int AND result_id = result.id
                  AND result_hold.id = $4::uuid AND wished_end IS NOT NULL AND confirmed_at IS NULL
                  AND ended_at IS NULL AND ends_at > clock_timestamp() AND hold_confirmer(result_hold.determiner_id) = caller.id
                RETURNING new.id, new.result_id, new.patient_id, old.ends_at AS ended_at_first, new.ends_at),
            changed AS (
                UPDATE result SET version = version + 1 WHERE id IN (SELECT result_id FROM confirmed)),
            event AS (
                SELECT 'RESULT_HOLD_CONFIRMED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       result_id::text AS object_id, NULL AS reason,
                       jsonb_build_object('endsAt', ended_at_first) AS before,
                       jsonb_build_object('hold', id, 'endsAt', ends_at) AS after
                FROM confirmed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM confirmed";

    /** $4 hold, $5 outcome, $6 note. */
    static final String REVIEW =
            """
            WITH reviewed AS (
                UPDATE result_hold
                SET review_outcome = $5::text, review_note = $6::text, reviewed_by = caller.id,
                    reviewed_by_name = caller.name, reviewed_at = clock_timestamp(),
                    ended_at = CASE $5::text WHEN 'OVERTURNED' THEN clock_timestamp() END,
                    ended_by_name = CASE $5::text WHEN 'OVERTURNED' THEN caller.name END,
                    end_reason = CASE $5::text WHEN 'OVERTURNED' THEN 'OVERTURNED' END
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text), result
                WHERE result.id = $2::uuid AND result.version = $3::int AND result_id = result.id
                  AND result_hold.id = $4::uuid AND reviewed_at IS NULL AND ended_at IS NULL
                  AND ends_at > clock_timestamp() AND hold_bar(result_hold, caller.id, caller.name) IS NULL
                RETURNING result_hold.id, result_id, result_hold.patient_id),
            changed AS (
                UPDATE result SET version = version + 1 WHERE id IN (SELECT result_id FROM reviewed)),
            event AS (
                SELECT 'RESULT_HOLD_REVIEWED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       result_id::text AS object_id, $6::text AS reason, '{"state": "HELD"}'::jsonb AS before,
                       jsonb_build_object('hold', id, 'outcome', $5::text) AS after
                FROM reviewed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM reviewed";

    /**
     * $4 why. Who had seen it goes on record with it, and where somebody had, opens a case for the
     * privacy officer with what they saw.
     */
    static final String RETRACT =
            """
            WITH retracted AS (
                UPDATE result SET retracted_at = clock_timestamp(), version = version + 1
                WHERE id = $2::uuid AND version = $3::int AND retracted_at IS NULL
                RETURNING *),
            viewers AS MATERIALIZED (
                SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                           'name', viewer_name, 'grantId', grant_id, 'firstSeenAt', first_seen_at))
                           ORDER BY first_seen_at) AS said
                FROM retracted JOIN result_seen ON result_id = retracted.id),
            opened AS (
                INSERT INTO disclosure_case (
                    result_id, patient_id, reason, opened_by, opened_by_name, viewers, seen)
                SELECT retracted.id, retracted.patient_id, $4::text, caller.id, caller.name, viewers.said,
                       jsonb_build_object(
                           'title', title, 'status', status, 'issued', issued, 'conclusion', conclusion,
                           'values', result_values(retracted.id))
                FROM retracted, viewers, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE viewers.said IS NOT NULL
                RETURNING id, patient_id),
            event AS (
                SELECT 'RESULT_RETRACTED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       id::text AS object_id, $4::text AS reason, NULL::jsonb AS before,
                       jsonb_build_object('seenBy', coalesce((SELECT said FROM viewers), '[]')) AS after
                FROM retracted
                UNION ALL
                SELECT 'DISCLOSURE_CASE_OPENED', 'DONE', patient_id, 'disclosure_case', id::text, $4::text, NULL, NULL
                FROM opened),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM retracted";

    private ReleaseSql() {}
}
