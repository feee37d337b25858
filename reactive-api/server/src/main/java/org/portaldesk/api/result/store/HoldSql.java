package org.portaldesk.api.result.store;

/** How a hold is placed, on one result or on many. */
final class HoldSql {

    /**
     * The CTE {@code wished}: a {@code PlaceHold} in columns; {@code %s} is its JSON. No row when
     * the determiner may not determine any more.
     */
    static final String WISH =
            """
            wished AS MATERIALIZED (
                SELECT said ->> 'basis' AS basis, clinician.id AS determiner, clinician.staff_user_id AS staff_user,
                       concat_ws(' ', nullif(clinician.given_name, ''), clinician.family_name) AS name,
                       clinician.license_state || ' ' || clinician.license_number AS licence,
                       coalesce((said ->> 'relationship')::boolean, false) AS relationship, said ->> 'facts' AS facts,
                       (said #>> '{withheldFrom,patient}')::boolean AS from_patient, proxies.word AS from_proxies,
                       CASE proxies.word WHEN 'SOME' THEN ARRAY(
                           SELECT value::uuid FROM jsonb_array_elements_text(said #> '{withheldFrom,proxies}'))
                           ELSE '{}' END AS grants,
                       said ->> 'harmType' AS harm_type, (said ->> 'endsAt')::timestamptz AS ends_at,
                       coalesce((said ->> 'reviewAt')::timestamptz, (said ->> 'endsAt')::timestamptz) AS review_at
                FROM (SELECT %s AS said) AS given
                JOIN clinician ON clinician.id = (given.said ->> 'determinerId')::uuid
                    AND clinician_standing(clinician) = 'COUNTS'
                CROSS JOIN LATERAL (
                    SELECT CASE jsonb_typeof(given.said #> '{withheldFrom,proxies}')
                               WHEN 'array' THEN 'SOME' ELSE given.said #>> '{withheldFrom,proxies}' END) AS proxies(word)),
            """;

    /**
     * The CTE {@code placed}: {@code wished} on each of {@code touched(id, patient_id)}. Against
     * harm it ends after 24 hours, unless its determiner is who places it.
     */
    static final String PLACED =
            """
            placed AS (
                INSERT INTO result_hold (
                    result_id, patient_id, basis, determiner_id, determiner_staff_id, determiner_name, determiner_licence,
                    relationship, facts, from_patient, from_proxies, grants, harm_type, placed_by, placed_by_name, first_seen_at,
                    ends_at, review_at, wished_end, wished_review, confirmed_at, confirmed_by, confirmed_by_name)
                SELECT touched.id, touched.patient_id, wished.basis, wished.determiner, wished.staff_user, wished.name,
                       wished.licence, wished.relationship, wished.facts, wished.from_patient, wished.from_proxies, wished.grants, wished.harm_type, caller.id,
                       caller.name,
                       (SELECT min(first_seen_at) FROM result_seen
                        WHERE result_id = touched.id
                          AND CASE WHEN grant_id IS NULL THEN wished.from_patient
                                   ELSE wished.from_proxies = 'ALL' OR grant_id = ANY (wished.grants) END),
                       least(wished.ends_at, own.unconfirmed_end),
                       least(wished.review_at, own.unconfirmed_end),
                       CASE WHEN own.harm THEN wished.ends_at END, CASE WHEN own.harm THEN wished.review_at END,
                       CASE WHEN own.confirms THEN clock_timestamp() END, CASE WHEN own.confirms THEN caller.id END,
                       CASE WHEN own.confirms THEN caller.name END
                FROM touched, wished, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                CROSS JOIN LATERAL (
                    SELECT said.*, CASE WHEN said.harm AND NOT said.confirms
                                        THEN statement_timestamp() + interval '24 hours' END AS unconfirmed_end
                    FROM (SELECT wished.basis = 'PREVENTING_HARM' AS harm,
                                 wished.basis = 'PREVENTING_HARM'
                                     AND wished.staff_user::text IS NOT DISTINCT FROM caller.id AS confirms) AS said) AS own
                RETURNING *),
            """;

    /** What the record keeps of a row of {@code placed}. */
    static final String AFTER =
            """
            jsonb_build_object('hold', id, 'basis', basis, 'determiner', determiner_name, 'determinerId', determiner_id,
                'fromPatient', from_patient,
                'fromProxies', from_proxies, 'grants', grants, 'endsAt', ends_at,
                'wishedEnd', wished_end, 'confirmedAt', confirmed_at, 'firstSeenAt', first_seen_at)
            """
                    .strip();

    private HoldSql() {}
}
