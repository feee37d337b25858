-- The words of the record as types of their own: see docs/decisions/0103-what-an-event-costs.md. A rule of the table is read and planned
-- anew by each statement that writes an event; that of a type is kept with the type. No row is written anew; the index of refusals is.
CREATE DOMAIN audit_act AS text;
CREATE DOMAIN audit_outcome AS text;

ALTER TABLE audit_event
    DROP CONSTRAINT audit_event_act_and_outcome,
    ALTER COLUMN act TYPE audit_act,
    ALTER COLUMN outcome TYPE audit_outcome;

-- After the columns, and without a look at what is there: it was held against the same rules.
ALTER DOMAIN audit_act ADD CHECK (VALUE ~ '^[A-Z][A-Z_]{2,59}$') NOT VALID;
ALTER DOMAIN audit_outcome ADD CHECK (VALUE IN ('DONE', 'REFUSED')) NOT VALID;
