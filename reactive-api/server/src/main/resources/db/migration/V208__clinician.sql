-- Who may determine that something is withheld: see docs/decisions/0126-determiners.md.
CREATE TABLE clinician (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    fhir_id        text        UNIQUE,
    given_name     text        NOT NULL,
    family_name    text        NOT NULL,
    sort_name      text        NOT NULL, -- folded, family name first
    license_number text        CHECK (license_number ~ '^[A-Z0-9][A-Z0-9.-]{3,19}$' AND license_number ~ '[0-9]'),
    license_state  text        CHECK (license_state ~ '^[A-Z]{2}$'),
    npi            text        CHECK (npi ~ '^[12][0-9]{9}$'),
    staff_user_id  uuid,       -- the subject of their token in the realm of staff
    source         text        NOT NULL CHECK (source IN ('FEED', 'ADMINISTRATOR')),
    active         boolean     NOT NULL,
    counts_from    timestamptz NOT NULL,
    counts_until   timestamptz,
    ended_at       timestamptz, -- by an administrator, for good
    ended_by_name  text,
    fingerprint    bytea,       -- of what the feed sent
    updated_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    version        integer     NOT NULL DEFAULT 1,
    CHECK ((license_number IS NULL) = (license_state IS NULL)),
    CHECK ((source = 'FEED') = (fhir_id IS NOT NULL)),
    CHECK (source = 'FEED' OR license_number IS NOT NULL)
);

-- One entry for each person, as far as entries tell.
CREATE UNIQUE INDEX clinician_license ON clinician (license_state, license_number) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX clinician_npi ON clinician (npi) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX clinician_staff_user ON clinician (staff_user_id) WHERE ended_at IS NULL;
CREATE INDEX clinician_by_name ON clinician (sort_name, id);

-- Whether somebody may determine: COUNTS, or why not.
CREATE FUNCTION clinician_standing(one clinician) RETURNS text
LANGUAGE sql STABLE
RETURN CASE WHEN one.id IS NULL THEN 'UNKNOWN'
            WHEN NOT one.active OR one.ended_at IS NOT NULL OR one.counts_from > statement_timestamp()
                 OR coalesce(one.counts_until <= statement_timestamp(), false) THEN 'INACTIVE'
            WHEN one.license_number IS NULL THEN 'UNLICENSED'
            ELSE 'COUNTS' END;

-- The same of an id; null of none.
CREATE FUNCTION determiner_standing(wanted uuid) RETURNS text
LANGUAGE sql STABLE
RETURN CASE WHEN wanted IS NOT NULL
            THEN coalesce((SELECT clinician_standing(clinician) FROM clinician WHERE id = wanted), 'UNKNOWN') END;

GRANT SELECT, INSERT ON clinician TO "${apiRole}";
GRANT UPDATE (given_name, family_name, sort_name, license_number, license_state, npi, staff_user_id, active, counts_from,
              counts_until, ended_at, ended_by_name, fingerprint, updated_at, version) ON clinician TO "${apiRole}";

-- Holds of before have a name that was typed; name and license stay as they were when a hold was placed.
ALTER TABLE result_hold
    ADD COLUMN determiner_id       uuid REFERENCES clinician,
    ADD COLUMN determiner_staff_id uuid; -- as the directory had it then

-- Whose holds are counted together: an entry of the directory, for old ones a licence, and else a name.
CREATE OR REPLACE FUNCTION hold_determiner(one result_hold) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce('clinician ' || one.determiner_id,
                'licence ' || lower(regexp_replace(one.determiner_licence, '\W', '', 'g')),
                array_to_string(folded_words(one.determiner_name), ' '));
