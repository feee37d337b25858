-- An account that may be changing hands. While one is open, resets wait for a supervisor.
CREATE TABLE takeover_case (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id     uuid        NOT NULL REFERENCES patient,
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    steps          jsonb       NOT NULL, -- [{"what", "at"}], oldest first
    closed_by_name text,
    closed_at      timestamptz,
    note           text,
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);

CREATE UNIQUE INDEX takeover_case_one_open ON takeover_case (patient_id) WHERE state = 'OPEN';
CREATE INDEX takeover_case_by_patient ON takeover_case (patient_id, id DESC);

GRANT SELECT, INSERT, UPDATE ON takeover_case TO "${apiRole}";
