-- The seal of the record: see docs/decisions/0090-the-record-is-sealed.md.

-- One row for each time that transaction ids began anew: a restore of a dump starts them at the bottom.
CREATE TABLE audit_epoch (
    epoch integer     NOT NULL PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO audit_epoch (epoch) VALUES (1);

CREATE FUNCTION audit_epoch() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT max(epoch) FROM audit_epoch);

ALTER TABLE audit_event ALTER COLUMN epoch SET DEFAULT audit_epoch();

-- Whoever holds its only row is the sealer for a moment; nothing is ever written to it.
CREATE TABLE audit_head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single)
);
INSERT INTO audit_head DEFAULT VALUES;

-- One row for each sealed batch. number is unique, so there is no fork in one database.
CREATE TABLE audit_checkpoint (
    number   bigint      NOT NULL PRIMARY KEY CHECK (number > 0),
    note     text        NOT NULL,
    rows     bytea       NOT NULL,
    peaks    bytea       NOT NULL,
    to_epoch integer     NOT NULL,
    to_xid   xid8        NOT NULL,
    sealed_at timestamptz NOT NULL
);

-- Which checkpoints stand outside the database, too.
CREATE TABLE audit_publication (
    number       bigint      NOT NULL PRIMARY KEY REFERENCES audit_checkpoint,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT SELECT ON audit_epoch TO "${apiRole}";
-- FOR UPDATE asks for the right to update; the check and the key leave nothing to change.
GRANT SELECT, UPDATE ON audit_head TO "${apiRole}";
GRANT SELECT, INSERT ON audit_checkpoint, audit_publication TO "${apiRole}";
