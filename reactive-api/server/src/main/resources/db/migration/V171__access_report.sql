-- What the record told of a patient when a report was made. Rows are added and never changed.
CREATE TABLE access_report (
    id                uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id        uuid        NOT NULL REFERENCES patient,
    language          text        NOT NULL CHECK (language IN ('en', 'es')),
    from_at           timestamptz,
    to_at             timestamptz NOT NULL,
    entries           jsonb       NOT NULL, -- oldest first: at, kind, name, roles, act, outcome
    generated_at      timestamptz NOT NULL,
    generated_by      text        NOT NULL,
    generated_by_name text        NOT NULL
);

GRANT SELECT, INSERT ON access_report TO "${apiRole}";
