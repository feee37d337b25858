-- What an event costs the statement that writes it: see docs/decisions/0103-what-an-event-costs.md.

-- The epoch in force stands in the default itself, so that no function runs for each event; afterMigrate__epoch.sql sets it when a new one begins.
DO $$
BEGIN
    EXECUTE format('ALTER TABLE audit_event ALTER COLUMN epoch SET DEFAULT %s', audit_epoch());
END
$$;

-- The same rule without a regular expression, and one expression for each insert to read instead of two. What is there was
-- held against the old ones: NOT VALID spares a look at all of it, while nobody could act.
ALTER TABLE audit_event
    DROP CONSTRAINT audit_event_act_check,
    DROP CONSTRAINT audit_event_outcome_check,
    ADD CONSTRAINT audit_event_act_and_outcome CHECK (
        outcome IN ('DONE', 'REFUSED')
        AND length(act) BETWEEN 3 AND 60 AND NOT starts_with(act, '_')
        AND translate(act, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = '') NOT VALID;

-- From an event to the checkpoint that covers it.
CREATE INDEX audit_checkpoint_end ON audit_checkpoint (to_epoch, to_xid);
