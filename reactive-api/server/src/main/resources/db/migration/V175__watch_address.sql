-- A look at somebody of one's own household: see docs/decisions/0096-watch-rules.md.
ALTER TABLE watch_case
    DROP CONSTRAINT watch_case_rule_check,
    ADD CONSTRAINT watch_case_rule_check CHECK (
        rule IN ('OWN_RECORD', 'SAME_SURNAME', 'COLLEAGUE', 'SAME_ADDRESS', 'VOLUME', 'RESTRICTED', 'BROKEN_GLASS'));

CREATE INDEX patient_by_whole_name ON patient (lower(given_name || ' ' || family_name));
