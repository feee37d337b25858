-- All that a feed says of a report, its observations and what lies in them is searched for signs, later codings' displays too;
-- categories and performers of single observations count as those of reports; and that staff found an item not sensitive
-- ends when the feed changes it. See docs/decisions/0107-sensitive-items.md.
ALTER TABLE result
    ADD COLUMN words text[] NOT NULL DEFAULT '{}';
ALTER TABLE observation
    ADD COLUMN categories text[] NOT NULL DEFAULT '{}',
    ADD COLUMN performers text[] NOT NULL DEFAULT '{}',
    ADD COLUMN words      text[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE FUNCTION result_tags_at(one uuid, own text, moment timestamptz) RETURNS text[]
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE part AS (
        SELECT observation_fhir_id AS fhir_id, 0 AS depth FROM result_observation WHERE result_id = one
        UNION
        SELECT member.fhir_id COLLATE "C", part.depth + 1
        FROM part
        JOIN observation USING (fhir_id)
        CROSS JOIN unnest(observation.members) AS member(fhir_id)
        WHERE part.depth < 5),
    told AS MATERIALIZED (SELECT observation.* FROM observation WHERE fhir_id IN (SELECT fhir_id FROM part)),
    said AS MATERIALIZED (
        SELECT result.patient_id,
               result.codes || sensitive_key(result.code) || sensitive_key(own)
                   || ARRAY(SELECT unnest(told.codes || sensitive_key(told.code)) FROM told) AS codes,
               concat_ws(E'\n', result.title, result.conclusion, array_to_string(result.words, E'\n'), (
                   SELECT string_agg(concat_ws(E'\n', told.title, told.value_text, array_to_string(told.words, E'\n'), (
                       SELECT string_agg(concat_ws(E'\n', component ->> 'title', component #>> '{value,text}'), E'\n')
                       FROM jsonb_array_elements(told.components) AS component)), E'\n') FROM told)) AS titles,
               result.categories || result.category
                   || ARRAY(SELECT unnest(told.categories) FROM told) AS categories,
               concat_ws(E'\n', result.performer, array_to_string(result.performers, E'\n'), (
                   SELECT string_agg(array_to_string(told.performers, E'\n'), E'\n') FROM told)) AS performers,
               greatest(result.updated_at, (SELECT max(told.updated_at) FROM told)) AS changed_at
        FROM result WHERE result.id = one),
    staff AS MATERIALIZED (
        SELECT DISTINCT ON (tag) tag, sensitive, tagged_at FROM result_tag
        WHERE result_id = one AND tagged_at <= moment
        ORDER BY tag, tagged_at DESC, id DESC),
    found AS (
        SELECT code.tag
        FROM said
        JOIN sensitive_code AS code ON code.key = ANY (said.codes)
        LEFT JOIN sensitive_set AS list ON list.name = code.set_name
        WHERE code.effective_from <= moment AND (code.effective_to IS NULL OR code.effective_to > moment)
          AND (list.states IS NULL OR facility_state_at(moment) = ANY (list.states))
          AND (list.from_age IS NULL AND list.to_age IS NULL OR (
              SELECT coalesce(extract(year FROM age(moment, patient.birth_date))
                              BETWEEN coalesce(list.from_age, 0) AND coalesce(list.to_age, 1000), true)
              FROM patient WHERE patient.id = said.patient_id))
        UNION
        SELECT sign.tag
        FROM said
        JOIN sensitive_sign AS sign ON CASE sign.place
            WHEN 'TITLE' THEN said.titles ~* sign.pattern
            WHEN 'PERFORMER' THEN said.performers ~* sign.pattern
            ELSE EXISTS (SELECT FROM unnest(said.categories) AS category WHERE category ~* sign.pattern) END
        WHERE sign.effective_from <= moment AND (sign.effective_to IS NULL OR sign.effective_to > moment)
        UNION
        SELECT tag FROM staff WHERE sensitive)
    SELECT coalesce(array_agg(tag ORDER BY tag), '{}')
    FROM found
    WHERE tag NOT IN (SELECT tag FROM staff CROSS JOIN said WHERE NOT sensitive AND tagged_at >= changed_at)
$$;
