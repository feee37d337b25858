-- Diagnostic reports and their observations, as the EHR feed fills them.
CREATE TABLE result (
    id          uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    fhir_id     text        COLLATE "C" NOT NULL UNIQUE,
    patient_id  uuid        NOT NULL REFERENCES patient,
    status      text        NOT NULL, -- FHIR's: preliminary, final, corrected, amended, …
    category    text,                 -- FHIR's code, such as LAB
    code_system text,
    code        text,                 -- LOINC as a rule
    title       text        NOT NULL,
    effective   timestamptz,
    issued      timestamptz,
    performer   text,
    conclusion  text,
    fingerprint bytea       NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    version     integer     NOT NULL DEFAULT 1
);

CREATE INDEX result_by_patient ON result (patient_id, issued DESC, id);

-- Observations may come before or after the report that names them: the report names them by the feed's id.
CREATE TABLE observation (
    id           uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    fhir_id      text        COLLATE "C" NOT NULL UNIQUE,
    patient_id   uuid        NOT NULL REFERENCES patient,
    status       text        NOT NULL,
    code_system  text,
    code         text,
    title        text        NOT NULL,
    effective    timestamptz,
    value_number numeric,
    value_unit   text,
    value_text   text,
    components   jsonb,
    fingerprint  bytea       NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    version      integer     NOT NULL DEFAULT 1
);

CREATE INDEX observation_by_patient ON observation (patient_id, effective DESC, id);

CREATE TABLE result_observation (
    result_id           uuid    NOT NULL REFERENCES result ON DELETE CASCADE,
    place               integer NOT NULL,
    observation_fhir_id text    COLLATE "C" NOT NULL,
    PRIMARY KEY (result_id, place)
);

GRANT SELECT, INSERT, UPDATE ON result, observation TO "${apiRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON result_observation TO "${apiRole}";
