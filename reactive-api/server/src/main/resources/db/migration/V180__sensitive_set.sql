-- Sensitive items by value sets: every coding wherever it stands, titles, categories and performers; what staff say of one
-- item; and what a patient lets a proxy see. See docs/decisions/0107-sensitive-items.md.

-- Codes are compared without regard to case, blanks, leading zeros, dashes of any kind, and the code system.
CREATE FUNCTION sensitive_key(code text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN nullif(ltrim(upper(regexp_replace(normalize(code, NFKC), '[^[:alnum:]]', '', 'g')), '0'), '');

-- A set counts where the facility's state and the patient's age are within it; everywhere and at any age without them.
CREATE TABLE sensitive_set (
    name     text    NOT NULL PRIMARY KEY CHECK (name ~ '^[A-Z][A-Z_]{1,39}$'),
    tag      text    NOT NULL CHECK (tag IN ('SEXUAL_HEALTH', 'SUBSTANCE_USE', 'MENTAL_HEALTH', 'ABUSE_SCREENING', 'GENETICS')),
    title    text    NOT NULL,
    source   text    NOT NULL,
    states   text[],
    from_age integer,
    to_age   integer CHECK (to_age >= from_age)
);

ALTER TABLE sensitive_code
    ADD COLUMN set_name text REFERENCES sensitive_set,
    ADD COLUMN key      text GENERATED ALWAYS AS (sensitive_key(code)) STORED,
    DROP CONSTRAINT sensitive_code_tag_check,
    ADD CONSTRAINT sensitive_code_tag_check
        CHECK (tag IN ('SEXUAL_HEALTH', 'SUBSTANCE_USE', 'MENTAL_HEALTH', 'ABUSE_SCREENING', 'GENETICS'));

CREATE INDEX sensitive_code_by_key ON sensitive_code (key);

-- Patterns for what no code tells; case does not count.
CREATE TABLE sensitive_sign (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    place          text        NOT NULL CHECK (place IN ('TITLE', 'CATEGORY', 'PERFORMER')),
    tag            text        NOT NULL CHECK (tag IN ('SEXUAL_HEALTH', 'SUBSTANCE_USE', 'MENTAL_HEALTH', 'ABUSE_SCREENING', 'GENETICS')),
    pattern        text        NOT NULL,
    effective_from timestamptz NOT NULL DEFAULT '2000-01-01 00:00Z',
    effective_to   timestamptz CHECK (effective_to > effective_from)
);

-- The keys of all codings of a report; of an observation, those of its components, too, and which observations it has as members.
ALTER TABLE result
    ADD COLUMN codes      text[] NOT NULL DEFAULT '{}',
    ADD COLUMN categories text[] NOT NULL DEFAULT '{}',
    ADD COLUMN performers text[] NOT NULL DEFAULT '{}';
ALTER TABLE observation
    ADD COLUMN codes   text[] NOT NULL DEFAULT '{}',
    ADD COLUMN members text[] NOT NULL DEFAULT '{}';

-- What was stored before kept one code each; the feed sends the others again.
UPDATE observation
SET codes = ARRAY(SELECT DISTINCT sensitive_key(part ->> 'code') FROM jsonb_array_elements(components) AS part
                  WHERE part ->> 'code' IS NOT NULL)
WHERE components IS NOT NULL;

-- What staff say of one item; the latest of each tag counts.
CREATE TABLE result_tag (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    result_id      uuid        NOT NULL REFERENCES result,
    patient_id     uuid        NOT NULL REFERENCES patient,
    tag            text        NOT NULL CHECK (tag IN ('SEXUAL_HEALTH', 'SUBSTANCE_USE', 'MENTAL_HEALTH', 'ABUSE_SCREENING', 'GENETICS')),
    sensitive      boolean     NOT NULL,
    reason         text        NOT NULL CHECK (reason <> ''),
    tagged_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    tagged_by      text        NOT NULL,
    tagged_by_name text        NOT NULL
);

CREATE INDEX result_tag_by_result ON result_tag (result_id, tag, tagged_at DESC);

-- What the patient lets a proxy see although it is sensitive; the latest of each grant counts.
CREATE TABLE result_consent (
    id               uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    result_id        uuid        NOT NULL REFERENCES result,
    patient_id       uuid        NOT NULL REFERENCES patient,
    grant_id         uuid        NOT NULL REFERENCES proxy_grant,
    given            boolean     NOT NULL,
    reason           text        NOT NULL CHECK (reason <> ''),
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    recorded_by      text        NOT NULL,
    recorded_by_name text        NOT NULL
);

CREATE INDEX result_consent_by_result ON result_consent (result_id, grant_id, recorded_at DESC);

GRANT SELECT ON sensitive_set, sensitive_sign TO "${apiRole}";
GRANT SELECT, INSERT ON result_tag, result_consent TO "${apiRole}";

CREATE FUNCTION facility_state_at(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT value #>> '{}' FROM setting WHERE name = 'facility.state' AND effective_from <= moment
    ORDER BY effective_from DESC LIMIT 1
$$;

-- The sensitivity tags of a result: by every code, title, category and performer of it, of its observations and of theirs;
-- what staff said of it comes last. own is its code at that moment.
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
               concat_ws(E'\n', result.title, (
                   SELECT string_agg(concat_ws(E'\n', told.title, (
                       SELECT string_agg(component ->> 'title', E'\n')
                       FROM jsonb_array_elements(told.components) AS component)), E'\n') FROM told)) AS titles,
               result.categories || result.category AS categories,
               concat_ws(E'\n', result.performer, array_to_string(result.performers, E'\n')) AS performers
        FROM result WHERE result.id = one),
    staff AS MATERIALIZED (
        SELECT DISTINCT ON (tag) tag, sensitive FROM result_tag
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
    FROM found WHERE tag NOT IN (SELECT tag FROM staff WHERE NOT sensitive)
$$;

-- Whether the patient lets the holder of a grant see a result at a moment.
CREATE FUNCTION result_consented_at(one uuid, holder uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT given FROM result_consent
                     WHERE result_id = one AND grant_id = holder AND recorded_at <= moment
                     ORDER BY recorded_at DESC, id DESC LIMIT 1), false)
$$;

-- The accounts that may see a result at a moment; grant_id is null for the patient's own.
CREATE OR REPLACE FUNCTION result_viewers_at(one uuid, moment timestamptz, zone text)
RETURNS TABLE (account_id uuid, grant_id uuid) LANGUAGE sql STABLE AS $$
    WITH release AS (
        SELECT * FROM result_release_at(moment) AS release
        WHERE release.result_id = one AND release.state IN ('RELEASED', 'HELD') AND NOT release.delayed)
    SELECT account.id, NULL::uuid
    FROM release JOIN portal_account AS account ON account.patient_id = release.patient_id AND account.state = 'ACTIVE'
    WHERE release.hold_id IS NULL OR NOT release.from_patient
    UNION ALL
    SELECT account.id, g.grant_id
    FROM release
    JOIN result ON result.id = one
    CROSS JOIN policy_at(moment) AS policy
    JOIN LATERAL proxy_grant_at(moment, zone, policy.rules) AS g
        ON g.patient_id = release.patient_id AND g.access_class <> 'NONE' AND g.areas ? 'RESULTS'
    JOIN proxy_person AS person ON person.id = g.proxy_person_id
    JOIN portal_account AS account
        ON account.state = 'ACTIVE' AND (account.proxy_person_id = person.id OR account.patient_id = person.patient_id)
    WHERE (release.hold_id IS NULL OR release.from_proxies <> 'ALL' AND g.grant_id <> ALL (release.grants))
      AND (result_consented_at(one, g.grant_id, moment)
           OR NOT result_tags_at(one, result.code, moment)
               && ARRAY(SELECT jsonb_array_elements_text(policy.rules -> 'sensitiveTags')))
$$;
