-- Which reports name an observation: asked for each value of a trend.
CREATE INDEX result_observation_by_feed_id ON result_observation (observation_fhir_id);

-- How the numbers of a result went: for each of its observations that is a number, the values of the same patient, code
-- and unit up to it, the latest twelve, where there are two at least. What belongs to a retracted report is in none.
CREATE FUNCTION result_trends(one uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('title', told.title, 'unit', told.value_unit,
                                                                   'points', past.points)) ORDER BY named.place), '[]')
    FROM result
    JOIN result_observation AS named ON named.result_id = result.id
    JOIN observation AS told ON told.fhir_id = named.observation_fhir_id AND told.patient_id = result.patient_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS number,
               jsonb_agg(jsonb_build_object('at', latest.effective, 'value', latest.value_number)
                         ORDER BY latest.effective, latest.id) AS points
        FROM (SELECT older.id, older.effective, older.value_number
              FROM observation AS older
              WHERE older.patient_id = told.patient_id AND older.code = told.code
                AND older.code_system IS NOT DISTINCT FROM told.code_system
                AND older.value_unit IS NOT DISTINCT FROM told.value_unit
                AND older.value_number IS NOT NULL AND older.status <> 'entered-in-error'
                AND older.effective <= told.effective
                AND NOT EXISTS (SELECT FROM result_observation AS part JOIN result AS other ON other.id = part.result_id
                                WHERE part.observation_fhir_id = older.fhir_id AND other.retracted_at IS NOT NULL)
              ORDER BY older.effective DESC, older.id DESC LIMIT 12) AS latest) AS past
    WHERE result.id = one AND told.value_number IS NOT NULL AND told.status <> 'entered-in-error' AND past.number > 1
$$;
