-- Looks that somebody should ask about: see docs/decisions/0096-watch-rules.md.
CREATE TABLE watch_case (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    rule           text        NOT NULL CHECK (rule IN ('OWN_RECORD', 'SAME_SURNAME', 'COLLEAGUE', 'VOLUME')),
    actor          text        NOT NULL,
    actor_name     text        NOT NULL,
    patient_id     uuid        REFERENCES patient, -- none where it is about how many
    event_id       uuid        NOT NULL,           -- the look that raised it
    looked_at      timestamptz NOT NULL,
    patients       integer,                        -- how many within the hour, where that is the point
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    finding        text        CHECK (finding IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
    note           text,
    closed_by      text,
    closed_by_name text,
    closed_at      timestamptz,
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL AND finding IS NOT NULL)),
    CONSTRAINT nobody_judges_themselves CHECK (closed_by <> actor)
);

CREATE UNIQUE INDEX watch_case_one_open ON watch_case (rule, actor, patient_id) NULLS NOT DISTINCT WHERE state = 'OPEN';
CREATE INDEX watch_case_by_actor ON watch_case (actor, opened_at DESC);

-- Who works here, as the record has met them.
CREATE TABLE watch_staff (
    actor text NOT NULL PRIMARY KEY,
    name  text NOT NULL
);
CREATE INDEX watch_staff_by_name ON watch_staff (lower(name));

-- Up to when the record was looked through; whoever changes its only row looks, one instance at a time.
CREATE TABLE watch_mark (
    single    boolean     PRIMARY KEY DEFAULT true CHECK (single),
    looked_at timestamptz NOT NULL
);
INSERT INTO watch_mark (looked_at) VALUES (clock_timestamp());

GRANT SELECT, INSERT, UPDATE ON watch_case, watch_staff TO "${apiRole}";
GRANT SELECT, UPDATE ON watch_mark TO "${apiRole}";
