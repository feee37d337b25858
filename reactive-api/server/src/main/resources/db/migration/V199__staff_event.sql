-- Sign-ins of staff and what was done to their accounts, from Keycloak onto the record: see docs/decisions/0119-staff-on-the-record.md.

-- How far each of Keycloak's two lists has been read. Whoever changes read_at reads, one instance at a time.
CREATE TABLE staff_event_mark (
    stream  text        NOT NULL PRIMARY KEY CHECK (stream IN ('SIGN_INS', 'CHANGES')),
    up_to   timestamptz NOT NULL DEFAULT clock_timestamp(), -- when the last event happened that is on record
    read_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO staff_event_mark (stream) VALUES ('SIGN_INS'), ('CHANGES');

-- Events of the last while that are on record, so that reading them again puts none there twice.
CREATE TABLE staff_event (
    id          text        NOT NULL PRIMARY KEY, -- Keycloak's own
    stream      text        NOT NULL REFERENCES staff_event_mark,
    happened_at timestamptz NOT NULL
);
CREATE INDEX staff_event_by_time ON staff_event (stream, happened_at);

GRANT SELECT, UPDATE ON staff_event_mark TO "${apiRole}";
GRANT SELECT, INSERT, DELETE ON staff_event TO "${apiRole}";
