package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/** Which results an act on many is about, and what stands against each. */
final class BulkJudgingSql {

    /**
     * $1 state, $2 category, $3 patient, $4 words, $5 folded words, $6 how many at most, $7 caller.
     */
    static final String PICK =
            """
            SELECT coalesce(array_agg(picked.id ORDER BY picked.id DESC), '{}') AS ids
            FROM (SELECT one.id
                  FROM result_release_at(statement_timestamp()) AS release
                  JOIN result AS one ON one.id = release.result_id
                  JOIN patient ON patient.id = one.patient_id
                  WHERE one.patient_id NOT IN (SELECT closed_patient($7::jsonb))
                    AND ($1::text IS NULL OR release.state = $1::text)
                    AND ($2::text IS NULL OR one.category = $2::text)
                    AND ($3::uuid IS NULL OR one.patient_id = $3::uuid)
                    AND ($4::text IS NULL OR patient.mrn = $4::text
                         OR starts_with(patient.sort_name, nullif($5::text, ''))
                         OR position(lower($4::text) IN lower(one.title)) > 0)
                  ORDER BY one.id DESC LIMIT $6::int) AS picked
            """;

    /**
     * What stands against each of {@code chosen(result_id, place)}, for {@code wish(act, clinician,
     * grants)}. Preview and chunk judge by these same lines.
     */
    static final String JUDGED =
            """
            known AS MATERIALIZED (
                SELECT chosen.place, one.id, one.patient_id, one.version,
                       CASE WHEN one.patient_id NOT IN (SELECT closed_patient($1::jsonb)) THEN one.title END AS title,
                       one.patient_id IN (SELECT closed_patient($1::jsonb)) AS closed, release.state, release.statute,
                       release.early_release, release.hold_id
                FROM chosen
                JOIN result AS one ON one.id = chosen.result_id
                JOIN result_release_at(statement_timestamp()) AS release ON release.result_id = one.id),
            judged AS MATERIALIZED (
                SELECT chosen.place, chosen.result_id, known.patient_id, known.version, known.title, known.state,
                       known.statute, known.hold_id,
                       CASE WHEN known.id IS NULL THEN 'UNKNOWN'
                            WHEN known.closed THEN 'RESTRICTED'
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
     * On record as read. $2 results in order, $3 act, $4 whether a clinician, $5 grants of a hold,
     * $6 its determiner.
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
                               'job', uuidv7(), 'now', statement_timestamp(), 'determiner', determiner_standing($6::uuid),
                               'rows', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                            'id', judged.result_id, 'patientId', judged.patient_id,
                                            'patientName', CASE WHEN judged.against IS DISTINCT FROM 'RESTRICTED' THEN
                                                concat_ws(', ', nullif(patient.family_name, ''),
                                                          nullif(patient.given_name, '')) END,
                                            'title', judged.title, 'state', judged.state, 'statute', judged.statute,
                                            'against', judged.against) ORDER BY judged.place), '[]')
                                        FROM judged LEFT JOIN patient ON patient.id = judged.patient_id))::text AS answer
                    FROM audited
                    """;

    private BulkJudgingSql() {}
}
