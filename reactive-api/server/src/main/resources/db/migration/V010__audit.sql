-- The permanent record. Rows are inserted by the statement of the act that they tell of, and never changed.
-- xid and epoch are what a sealer needs to read committed rows in order: see docs/decisions/0004-audit-in-the-statement.md.
CREATE TABLE audit_event (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    epoch          integer     NOT NULL DEFAULT 1,
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    occurred_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor          text        NOT NULL,
    actor_username text        NOT NULL,
    actor_name     text        NOT NULL,
    actor_roles    text[]      NOT NULL,
    client_address inet,
    act            text        NOT NULL CHECK (act ~ '^[A-Z][A-Z_]{2,59}$'),
    outcome        text        NOT NULL CHECK (outcome IN ('DONE', 'REFUSED')),
    patient_id     uuid,
    object_type    text,
    object_id      text,
    reason         text,
    before         jsonb,
    after          jsonb,
    request_id     text        NOT NULL
);

CREATE INDEX audit_event_seal ON audit_event (epoch, xid, id);
CREATE INDEX audit_event_by_patient ON audit_event (patient_id, id DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX audit_event_by_actor ON audit_event (actor, id DESC);
CREATE INDEX audit_event_by_username ON audit_event (actor_username, id DESC);
CREATE INDEX audit_event_by_act ON audit_event (act, id DESC);

GRANT SELECT, INSERT ON audit_event TO "${apiRole}";
