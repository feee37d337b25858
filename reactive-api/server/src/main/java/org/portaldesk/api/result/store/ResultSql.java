package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/** What the desk reads of results. */
final class ResultSql {

    static final String NAME =
            "concat_ws(', ', nullif(patient.family_name, ''), nullif(patient.given_name, ''))";

    /**
     * A hold as JSON, for a query from {@code result_hold AS hold}, {@code one}, {@code patient}.
     */
    static final String HOLD_JSON =
            """
            jsonb_build_object(
                'id', hold.id, 'resultId', hold.result_id, 'patientId', hold.patient_id, 'patientName', <NAME>,
                'title', one.title, 'basis', hold.basis,
                'determinedBy', jsonb_build_object('id', hold.determiner_id, 'name', hold.determiner_name, 'licence', hold.determiner_licence,
                                                   'relationship', hold.relationship),
                'facts', hold.facts,
                'withheldFrom', jsonb_build_object(
                    'patient', hold.from_patient,
                    'proxies', CASE hold.from_proxies WHEN 'SOME' THEN to_jsonb(hold.grants)
                                                      ELSE to_jsonb(hold.from_proxies) END),
                'harmType', hold.harm_type, 'placedAt', hold.placed_at, 'placedBy', hold.placed_by_name,
                'firstSeenAt', hold.first_seen_at, 'reviewAt', hold.review_at, 'endsAt', hold.ends_at, 'endedAt', hold.ended_at,
                'endReason', hold.end_reason,
                'review', CASE WHEN hold.reviewed_at IS NOT NULL THEN jsonb_build_object(
                    'outcome', hold.review_outcome, 'note', hold.review_note, 'by', hold.reviewed_by_name,
                    'at', hold.reviewed_at) END,
                'confirmation', CASE WHEN hold.wished_end IS NOT NULL THEN jsonb_build_object(
                    'state', CASE WHEN hold.confirmed_at IS NOT NULL THEN 'CONFIRMED'
                                  WHEN hold_confirmer(hold.determiner_id) IS NULL THEN 'NOBODY_CAN' ELSE 'AWAITED' END,
                    'at', hold.confirmed_at, 'by', hold.confirmed_by_name, 'wishedEnd', hold.wished_end) END)
            """
                    .strip()
                    .replace("<NAME>", NAME);

    /** A result as JSON, as it stands now. */
    private static final String SEEN =
            """
            SELECT jsonb_build_object(
                       'id', one.id, 'patientId', one.patient_id, 'patientName', <NAME>, 'mrn', patient.mrn,
                       'title', one.title, 'category', one.category, 'code', one.code, 'status', one.status,
                       'corrected', one.status IN ('corrected', 'amended', 'appended'), 'state', release.state,
                       'issued', one.issued, 'receivedAt', one.received_at,
                       'dueAt', CASE release.state WHEN 'HELD' THEN hold.ends_at
                                                   WHEN 'SCHEDULED' THEN release.delay_until END,
                       'statute', release.statute,
                       'tags', to_jsonb(result_tags_at(one.id, one.code, statement_timestamp())),
                       'hold', CASE WHEN hold.id IS NOT NULL THEN <HOLD> END, 'version', one.version) AS seen,
                   one.id, one.patient_id
            FROM result_release_at(statement_timestamp()) AS release
            JOIN result AS one ON one.id = release.result_id
            JOIN patient ON patient.id = one.patient_id
            LEFT JOIN result_hold AS hold ON hold.id = release.hold_id
            """
                    .replace("<HOLD>", HOLD_JSON)
                    .replace("<NAME>", NAME);

    /**
     * The latest received first. $2 state, $3 category, $4 patient, $5 words of the title or an
     * MRN, $6 folded beginning of a name, $7 before, $8 rows.
     */
    static final String LIST =
            "WITH page AS ("
                    + SEEN
                    + """
                    WHERE one.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                      AND ($2::text IS NULL OR release.state = $2::text)
                      AND ($3::text IS NULL OR one.category = $3::text)
                      AND ($4::uuid IS NULL OR one.patient_id = $4::uuid)
                      AND ($5::text IS NULL OR patient.mrn = $5::text OR starts_with(patient.sort_name, nullif($6::text, ''))
                           OR position(lower($5::text) IN lower(one.title)) > 0)
                      AND ($7::uuid IS NULL OR one.id < $7::uuid)
                    ORDER BY one.id DESC LIMIT $8::int),
                    event AS (
                        SELECT 'RESULTS_LISTED' AS act, 'DONE' AS outcome, $4::uuid AS patient_id,
                               'result' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT page.seen::text AS seen FROM page, audited ORDER BY page.id DESC";

    /** With values and who has seen it, on record as read. $2 result, $3 whether with values. */
    static final String GET =
            "WITH found AS ("
                    + SEEN
                    + """
                    WHERE one.id = $2::uuid AND one.patient_id NOT IN (SELECT closed_patient($1::jsonb))),
                    event AS (
                        SELECT 'RESULT_READ' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                               id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('values', $3::boolean) AS after
                        FROM found),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT (found.seen || jsonb_build_object(
                               'values', result_values(found.id), 'trends', result_trends(found.id),
                               'conclusion', (SELECT conclusion FROM result WHERE result.id = found.id),
                               'seenBy', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                              'name', viewer_name, 'grantId', grant_id, 'firstSeenAt', first_seen_at)
                                              ORDER BY first_seen_at), '[]')
                                          FROM result_seen WHERE result_id = found.id)))::text AS seen
                    FROM found, audited
                    """;

    /** What an act is judged on. $1 result, $2 who is named as determiner, $3 the caller. */
    static final String CASE =
            "WITH found AS ("
                    + SEEN
                    + """
                    WHERE one.id = $1::uuid)
                    SELECT jsonb_build_object(
                               'result', found.seen, 'now', statement_timestamp(),
                               'earlyRelease', coalesce(release.early_release, false),
                               'determiner', determiner_standing($2::uuid),
                               'bar', (SELECT hold_bar(result_hold, caller.id, caller.name) FROM result_hold
                                       WHERE id = release.hold_id),
                               'confirms', coalesce((SELECT hold_confirmer(result_hold.determiner_id) = caller.id FROM result_hold
                                                     WHERE id = release.hold_id), false),
                               'grants', (SELECT coalesce(jsonb_agg(id), '[]') FROM proxy_grant
                                          WHERE patient_id = found.patient_id))::text AS stands
                    FROM found
                    JOIN result_release_at(statement_timestamp()) AS release ON release.result_id = found.id
                    CROSS JOIN jsonb_to_record($3::jsonb) AS caller(id text, name text)
                    """;

    /**
     * The soonest to end first. $2 ending before, $3 and $4 after which, $5 rows, $6 to confirm.
     */
    static final String HOLDS =
            """
            WITH page AS (
                SELECT <HOLD> AS seen, hold.id, hold.ends_at, hold.patient_id
                FROM result_hold AS hold
                JOIN result AS one ON one.id = hold.result_id
                JOIN patient ON patient.id = one.patient_id
                WHERE hold.patient_id NOT IN (SELECT closed_patient($1::jsonb)) AND hold.ended_at IS NULL AND hold.ends_at > statement_timestamp()
                  AND ($2::timestamptz IS NULL OR hold.ends_at < $2::timestamptz)
                  AND (NOT $6::boolean OR hold.wished_end IS NOT NULL AND hold.confirmed_at IS NULL
                                          AND hold_confirmer(hold.determiner_id) = $1::jsonb ->> 'id')
                  AND ($3::timestamptz IS NULL OR (hold.ends_at, hold.id) > ($3::timestamptz, $4::uuid))
                ORDER BY hold.ends_at, hold.id LIMIT $5::int),
            event AS (
                SELECT 'HOLDS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'result_hold' AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('patients',
                           (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM page)) AS after),
            """
                            .replace("<HOLD>", HOLD_JSON)
                    + AuditSql.AUDITED
                    + "SELECT page.seen::text AS seen FROM page, audited ORDER BY page.ends_at, page.id";

    private ResultSql() {}
}
