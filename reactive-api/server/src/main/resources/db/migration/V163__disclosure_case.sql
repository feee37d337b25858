-- A result in error that somebody had seen: what they saw, and what the privacy officer makes of it.
CREATE TABLE disclosure_case (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    result_id      uuid        NOT NULL UNIQUE REFERENCES result,
    patient_id     uuid        NOT NULL REFERENCES patient,
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    reason         text        NOT NULL,
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    opened_by      text        NOT NULL,
    opened_by_name text        NOT NULL,
    viewers        jsonb       NOT NULL, -- [{"name", "grantId", "firstSeenAt"}]
    seen           jsonb       NOT NULL, -- {"title", "status", "issued", "conclusion", "values"} at the retraction
    worksheet      jsonb,                -- the four questions of 45 CFR 164.402(2), answered
    finding        text        CHECK (finding IN ('BREACH', 'LOW_PROBABILITY', 'NO_DISCLOSURE')),
    closed_by_name text,
    closed_at      timestamptz,
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL AND finding IS NOT NULL AND worksheet IS NOT NULL))
);

CREATE INDEX disclosure_case_by_patient ON disclosure_case (patient_id, id DESC);

GRANT SELECT, INSERT ON disclosure_case TO "${apiRole}";
-- What was seen, and by whom, stays.
GRANT UPDATE (state, worksheet, finding, closed_by_name, closed_at) ON disclosure_case TO "${apiRole}";

CREATE INDEX result_hold_by_placed ON result_hold (placed_at DESC, id DESC);

-- Whose holds are counted together: a licence names a clinician, and else their name does.
CREATE FUNCTION hold_determiner(one result_hold) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce('licence ' || lower(regexp_replace(one.determiner_licence, '\W', '', 'g')),
                array_to_string(folded_words(one.determiner_name), ' '));
