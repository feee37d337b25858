-- Acts on many results, carried out in chunks by whichever instance comes first.
CREATE TABLE bulk_job (
    id              uuid        NOT NULL PRIMARY KEY,
    act             text        NOT NULL CHECK (act IN ('RELEASE', 'HOLD', 'END_HOLD')),
    detail          jsonb       NOT NULL, -- {"clinician", "hold", "reason"}
    state           text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED')),
    caller          jsonb       NOT NULL, -- in whose name it is done
    started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz
);

CREATE INDEX bulk_job_running ON bulk_job (id) WHERE state = 'RUNNING';

CREATE TABLE bulk_item (
    job_id    uuid    NOT NULL REFERENCES bulk_job,
    place     integer NOT NULL,
    result_id uuid    NOT NULL, -- as it was asked for: there may be none of this id
    outcome   text    NOT NULL DEFAULT 'WAITING'
              CHECK (outcome IN ('WAITING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED')),
    attempts  integer NOT NULL DEFAULT 0,
    against   text,   -- why it was not done, and in which state and under which statute it was
    state     text,
    statute   text,
    PRIMARY KEY (job_id, place),
    UNIQUE (job_id, result_id)
);

CREATE INDEX bulk_item_waiting ON bulk_item (job_id, attempts, place) WHERE outcome = 'WAITING';

GRANT SELECT, INSERT ON bulk_job, bulk_item TO "${apiRole}";
GRANT UPDATE (state, ended_at) ON bulk_job TO "${apiRole}";
GRANT UPDATE (outcome, attempts, against, state, statute) ON bulk_item TO "${apiRole}";
