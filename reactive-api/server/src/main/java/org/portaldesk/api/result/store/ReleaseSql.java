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
            WITH changed AS (
                UPDATE result SET version = version + 1
                WHERE id = $2::uuid AND version = $3::int
                RETURNING id, patient_id),
            wish AS (
                SELECT said ->> 'basis' AS basis, said #>> '{determinedBy,name}' AS name,
                       nullif(said #>> '{determinedBy,licence}', '') AS licence,
                       (said #>> '{determinedBy,relationship}')::boolean AS relationship, said ->> 'facts' AS facts,
                       (said #>> '{withheldFrom,patient}')::boolean AS from_patient, proxies.word AS from_proxies,
                       CASE proxies.word WHEN 'SOME' THEN ARRAY(
                           SELECT value::uuid FROM jsonb_array_elements_text(said #> '{withheldFrom,proxies}'))
                           ELSE '{}' END AS grants,
                       said ->> 'harmType' AS harm_type, (said ->> 'endsAt')::timestamptz AS ends_at
                FROM (SELECT $4::jsonb AS said) AS given
                CROSS JOIN LATERAL (
                    SELECT CASE jsonb_typeof(given.said #> '{withheldFrom,proxies}')
                               WHEN 'array' THEN 'SOME' ELSE given.said #>> '{withheldFrom,proxies}' END) AS proxies(word)),
            placed AS (
                INSERT INTO result_hold (
                    result_id, patient_id, basis, determiner_name, determiner_licence, relationship, facts, from_patient,
                    from_proxies, grants, harm_type, placed_by, placed_by_name, first_seen_at, ends_at)
                SELECT changed.id, changed.patient_id, wish.basis, wish.name, wish.licence, wish.relationship, wish.facts,
                       wish.from_patient, wish.from_proxies, wish.grants, wish.harm_type, caller.id, caller.name,
                       (SELECT min(first_seen_at) FROM result_seen
                        WHERE result_id = changed.id
                          AND CASE WHEN grant_id IS NULL THEN wish.from_patient
                                   ELSE wish.from_proxies = 'ALL' OR grant_id = ANY (wish.grants) END),
                       wish.ends_at
                FROM changed, wish, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                RETURNING *),
            event AS (
                SELECT 'RESULT_HELD' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       result_id::text AS object_id, basis AS reason, NULL::jsonb AS before,
                       jsonb_build_object('hold', id, 'basis', basis, 'determiner', determiner_name,
                           'fromPatient', from_patient, 'fromProxies', from_proxies, 'grants', grants, 'endsAt', ends_at,
                           'firstSeenAt', first_seen_at) AS after
                FROM placed),
            """
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
                  AND ends_at > clock_timestamp()
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

    /** $4 why. Who had seen it goes on record with it. */
    static final String RETRACT =
            """
            WITH retracted AS (
                UPDATE result SET retracted_at = clock_timestamp(), version = version + 1
                WHERE id = $2::uuid AND version = $3::int AND retracted_at IS NULL
                RETURNING id, patient_id),
            event AS (
                SELECT 'RESULT_RETRACTED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       id::text AS object_id, $4::text AS reason, NULL::jsonb AS before,
                       jsonb_build_object('seenBy', (
                           SELECT coalesce(jsonb_agg(jsonb_build_object(
                               'viewer', viewer, 'grant', grant_id, 'at', first_seen_at) ORDER BY first_seen_at), '[]')
                           FROM result_seen WHERE result_id = retracted.id)) AS after
                FROM retracted),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM retracted";

    private ReleaseSql() {}
}
