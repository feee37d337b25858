-- When a result may be seen: rules with their statutes, sensitive codes, holds, retractions, and who has seen what.

-- A delay is lawful only under a statute of the facility's state. A row is never changed: effective_to ends it.
CREATE TABLE release_rule (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    statute        text        NOT NULL CHECK (statute ~ '[0-9]'),
    state          text        NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
    categories     text[]      NOT NULL, -- FHIR's codes of report categories, such as PAT
    codes          text[]      NOT NULL, -- LOINC
    hours          integer     NOT NULL CHECK (hours > 0),
    early_release  boolean     NOT NULL, -- whether a clinician may let it go sooner
    effective_from timestamptz NOT NULL,
    effective_to   timestamptz CHECK (effective_to > effective_from)
);

-- The state whose law counts is the setting 'facility.state'; without one nothing is delayed.
INSERT INTO release_rule (statute, state, categories, codes, hours, early_release, effective_from)
VALUES ('KRS 333.152(2)', 'KY', '{PAT,GE}', '{11529-5,51969-4,24606-6,24627-2}', 72, true, '2022-07-14 04:00Z'),
       ('Mont. Code Ann. § 50-16-806(2)', 'MT', '{PAT,GE}', '{11529-5,51969-4,24606-6,24627-2,75622-1}', 72, true,
        '2026-07-01 06:00Z');

-- The starter set of sensitive items: see docs/decisions/0080-results-are-judged-when-read.md.
CREATE TABLE sensitive_code (
    code           text        NOT NULL, -- LOINC, of a report or of an observation in it
    tag            text        NOT NULL CHECK (tag IN ('SEXUAL_HEALTH', 'SUBSTANCE_USE', 'MENTAL_HEALTH', 'ABUSE_SCREENING')),
    title          text        NOT NULL,
    effective_from timestamptz NOT NULL DEFAULT '2000-01-01 00:00Z',
    effective_to   timestamptz CHECK (effective_to > effective_from),
    PRIMARY KEY (code, tag, effective_from)
);

INSERT INTO sensitive_code (code, tag, title)
VALUES ('76499-3', 'ABUSE_SCREENING', 'HARK'), ('76504-0', 'ABUSE_SCREENING', 'HARK, total'),
       ('82666-9', 'SUBSTANCE_USE', 'DAST-10'), ('82667-7', 'SUBSTANCE_USE', 'DAST-10, total'),
       ('72109-2', 'SUBSTANCE_USE', 'AUDIT-C'), ('75626-2', 'SUBSTANCE_USE', 'AUDIT-C, total'),
       ('44249-1', 'MENTAL_HEALTH', 'PHQ-9'), ('44261-6', 'MENTAL_HEALTH', 'PHQ-9, total'),
       ('89206-7', 'MENTAL_HEALTH', 'PHQ-9 for teens'), ('89204-2', 'MENTAL_HEALTH', 'PHQ-9 for teens, total'),
       ('75622-1', 'SEXUAL_HEALTH', 'HIV 1 and 2'), ('21613-5', 'SEXUAL_HEALTH', 'Chlamydia trachomatis');

ALTER TABLE result
    ADD COLUMN released_early_at timestamptz,
    ADD COLUMN retracted_at      timestamptz;

-- What a result was before the feed changed it, for questions about the past.
CREATE TABLE result_past (
    result_id    uuid        NOT NULL REFERENCES result,
    until        timestamptz NOT NULL,
    patient_id   uuid        NOT NULL REFERENCES patient,
    status       text        NOT NULL,
    category     text,
    code         text,
    finalised_at timestamptz NOT NULL,
    PRIMARY KEY (result_id, until)
);

-- From when a delay counts: when the report was issued, but never after it was received.
CREATE FUNCTION result_finalised_at(one result) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN least(coalesce(one.issued, one.updated_at), one.updated_at);

CREATE FUNCTION keep_result_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO result_past (result_id, until, patient_id, status, category, code, finalised_at)
    VALUES (OLD.id, NEW.updated_at, OLD.patient_id, OLD.status, OLD.category, OLD.code, result_finalised_at(OLD));
    RETURN NULL;
END $$;

CREATE TRIGGER result_past_kept AFTER UPDATE ON result
    FOR EACH ROW WHEN (OLD.fingerprint IS DISTINCT FROM NEW.fingerprint) EXECUTE FUNCTION keep_result_past();

CREATE TABLE result_hold (
    id                 uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    result_id          uuid        NOT NULL REFERENCES result,
    patient_id         uuid        NOT NULL REFERENCES patient,
    basis              text        NOT NULL CHECK (basis IN ('PREVENTING_HARM', 'PATIENT_REQUEST', 'PRIVACY', 'DATA_ERROR')),
    determiner_name    text        NOT NULL,
    determiner_licence text,
    relationship       boolean     NOT NULL,
    facts              text        NOT NULL,
    from_patient       boolean     NOT NULL,
    from_proxies       text        NOT NULL CHECK (from_proxies IN ('ALL', 'NONE', 'SOME')),
    grants             uuid[]      NOT NULL,
    harm_type          text        CHECK (harm_type IN ('LIFE_OR_PHYSICAL_SAFETY', 'SUBSTANTIAL_HARM')),
    placed_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    placed_by          text        NOT NULL,
    placed_by_name     text        NOT NULL,
    first_seen_at      timestamptz, -- when somebody from whom it is withheld had seen it before
    review_at          timestamptz NOT NULL, -- by when
    ends_at            timestamptz NOT NULL,
    ended_at           timestamptz,
    ended_by_name      text,
    end_reason         text,
    review_outcome     text        CHECK (review_outcome IN ('UPHELD', 'OVERTURNED')),
    review_note        text,
    reviewed_by        text        CHECK (reviewed_by <> placed_by),
    reviewed_by_name   text,
    reviewed_at        timestamptz,
    CHECK (from_patient OR from_proxies <> 'NONE'),
    CHECK ((from_proxies = 'SOME') = (cardinality(grants) > 0)),
    CHECK (basis <> 'PREVENTING_HARM' OR harm_type IS NOT NULL),
    CHECK (harm_type IS NULL OR basis IN ('PREVENTING_HARM', 'DATA_ERROR')),
    CHECK (basis <> 'PREVENTING_HARM' OR (relationship AND determiner_licence IS NOT NULL)),
    CHECK (NOT from_patient OR harm_type IS DISTINCT FROM 'SUBSTANTIAL_HARM'),
    CHECK (ends_at <= placed_at + interval '240 hours'),
    CHECK (review_at <= ends_at)
);

CREATE INDEX result_hold_by_result ON result_hold (result_id, placed_at DESC);
CREATE INDEX result_hold_by_end ON result_hold (ends_at) WHERE ended_at IS NULL;

-- The first moment at which each person at the portal saw a result; viewer is the subject of their token.
CREATE TABLE result_seen (
    result_id     uuid        NOT NULL REFERENCES result,
    viewer        uuid        NOT NULL,
    viewer_name   text        NOT NULL,
    grant_id      uuid        REFERENCES proxy_grant, -- null for the patient
    first_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (result_id, viewer)
);

-- Every result and where its release stands at a moment. result.model.Release says the same in Java, with reasons; a
-- test holds the two together.
CREATE FUNCTION result_release_at(moment timestamptz)
RETURNS TABLE (result_id uuid, patient_id uuid, state text, delayed boolean, delay_until timestamptz, statute text,
               early_release boolean, hold_id uuid, from_patient boolean, from_proxies text, grants uuid[])
LANGUAGE sql STABLE AS $$
    SELECT one.id, one.patient_id,
           CASE WHEN one.status = 'entered-in-error' OR one.retracted_at <= moment THEN 'RETRACTED'
                WHEN one.status NOT IN ('final', 'corrected', 'amended', 'appended') THEN 'PENDING'
                WHEN hold.id IS NOT NULL THEN 'HELD'
                WHEN delay.until IS NOT NULL THEN 'SCHEDULED'
                ELSE 'RELEASED' END,
           delay.until IS NOT NULL, delay.until, delay.statute, delay.early_release,
           hold.id, hold.from_patient, hold.from_proxies, hold.grants
    FROM result AS one
    LEFT JOIN LATERAL (
        SELECT rule.statute, rule.early_release, result_finalised_at(one) + make_interval(hours => rule.hours) AS until
        FROM release_rule AS rule
        WHERE (one.code = ANY (rule.codes) OR one.category = ANY (rule.categories))
          AND rule.effective_from <= moment AND (rule.effective_to IS NULL OR rule.effective_to > moment)
          AND rule.state = (SELECT value #>> '{}' FROM setting
                            WHERE name = 'facility.state' AND setting.effective_from <= moment
                            ORDER BY setting.effective_from DESC LIMIT 1)
          AND result_finalised_at(one) + make_interval(hours => rule.hours) > moment
          AND (one.released_early_at IS NULL OR one.released_early_at > moment)
        ORDER BY rule.hours DESC, rule.id LIMIT 1) AS delay ON true
    LEFT JOIN LATERAL (
        SELECT result_hold.* FROM result_hold
        WHERE result_hold.result_id = one.id AND placed_at <= moment AND moment < coalesce(ended_at, ends_at)
        ORDER BY placed_at DESC LIMIT 1) AS hold ON true
$$;

-- The sensitivity tags of a result, by its own code and by those of its observations.
CREATE FUNCTION result_tags_at(one uuid, own text, moment timestamptz) RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT tag ORDER BY tag), '{}')
    FROM sensitive_code
    WHERE effective_from <= moment AND (effective_to IS NULL OR effective_to > moment)
      AND (code = own OR code IN (
          SELECT observation.code
          FROM result_observation JOIN observation ON observation.fhir_id = observation_fhir_id
          WHERE result_observation.result_id = one))
$$;

-- Whether a grant gave results at a moment, also before it ended: proxy_grant_at knows an ended one as ended only.
CREATE FUNCTION result_grant_gives(one proxy_grant, moment timestamptz, zone text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(one.confirmed_at <= moment AND one.started_at <= moment, false)
       AND coalesce(one.ended_at > moment, true) AND coalesce(one.ends_at > moment, true)
       AND coalesce(least_areas(one.areas, CASE WHEN one.kind = 'ADULT' THEN policy.rules -> 'adultAreas'
                                                WHEN one.overridden THEN one.areas
                                                ELSE band.value -> 'areas' END) ? 'RESULTS', false)
       AND (one.kind = 'ADULT' OR one.overridden OR band.value ->> 'parentalClass' <> 'NONE')
       AND (one.ended_at > moment OR NOT patient.deceased AND NOT coalesce(own.deceased, false))
       AND NOT EXISTS (
           SELECT FROM proxy_block AS block
           WHERE block.patient_id = one.patient_id AND block.created_at <= moment
             AND (block.ended_at IS NULL OR block.ended_at > moment)
             AND (block.birth_date IS NULL OR block.birth_date = person.birth_date)
             AND same_words(block.given_words, person.given_words)
             AND same_words(block.family_words, person.family_words))
    FROM policy_at(moment) AS policy
    JOIN patient ON patient.id = one.patient_id
    JOIN proxy_person AS person ON person.id = one.proxy_person_id
    LEFT JOIN patient AS own ON own.id = person.patient_id
    LEFT JOIN LATERAL (
        SELECT value FROM jsonb_array_elements(policy.rules -> 'ageBands')
        WHERE greatest(0, extract(year FROM age((moment AT TIME ZONE zone)::date, patient.birth_date)))
              BETWEEN (value ->> 'fromAge')::int AND coalesce((value ->> 'toAge')::int, 1000)) AS band ON true
$$;

GRANT SELECT ON release_rule, sensitive_code TO "${apiRole}";
GRANT SELECT, INSERT ON result_past, result_seen, result_hold TO "${apiRole}";
-- What was decided stays; a hold can only end, and be reviewed.
GRANT UPDATE (ended_at, ended_by_name, end_reason, review_outcome, review_note, reviewed_by, reviewed_by_name, reviewed_at)
    ON result_hold TO "${apiRole}";

-- What the observations of a result say, in the report's order; one of another patient is never among them.
CREATE FUNCTION result_values(one uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('title', part.title, 'value', part.value, 'unit', part.unit))
                              ORDER BY named.place, part.place), '[]')
    FROM result
    JOIN result_observation AS named ON named.result_id = result.id
    JOIN observation ON observation.fhir_id = named.observation_fhir_id AND observation.patient_id = result.patient_id
    CROSS JOIN LATERAL (
        SELECT 0 AS place, observation.title, coalesce(value_number::text, value_text) AS value, value_unit AS unit
        WHERE value_number IS NOT NULL OR value_text IS NOT NULL
        UNION ALL
        SELECT component.place, component.said ->> 'title',
               coalesce(component.said #>> '{value,number}', component.said #>> '{value,text}'),
               component.said #>> '{value,unit}'
        FROM jsonb_array_elements(observation.components) WITH ORDINALITY AS component(said, place)) AS part
    WHERE result.id = one AND observation.status <> 'entered-in-error'
$$;
