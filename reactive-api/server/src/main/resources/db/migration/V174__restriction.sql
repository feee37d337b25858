-- Records that open only to who breaks the glass: see docs/decisions/0097-glass.md.
CREATE TABLE patient_restriction (
    patient_id         uuid        NOT NULL PRIMARY KEY REFERENCES patient,
    reason             text        NOT NULL,
    restricted_by      text        NOT NULL,
    restricted_by_name text        NOT NULL,
    since              timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Rows are added and never changed; what became of each is a watch case.
CREATE TABLE broken_glass (
    id          uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id  uuid        NOT NULL REFERENCES patient,
    actor       text        NOT NULL,
    reason      text        NOT NULL,
    note        text        NOT NULL,
    broken_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    opens_until timestamptz NOT NULL,
    CHECK (opens_until > broken_at)
);
CREATE INDEX broken_glass_open ON broken_glass (patient_id, actor, opens_until DESC);

ALTER TABLE watch_case
    ADD COLUMN said text, -- what who looked gave as their reason
    DROP CONSTRAINT watch_case_rule_check,
    ADD CONSTRAINT watch_case_rule_check
        CHECK (rule IN ('OWN_RECORD', 'SAME_SURNAME', 'COLLEAGUE', 'VOLUME', 'RESTRICTED', 'BROKEN_GLASS'));

-- Each broken glass is reviewed by itself.
DROP INDEX watch_case_one_open;
CREATE UNIQUE INDEX watch_case_one_open ON watch_case (rule, actor, patient_id) NULLS NOT DISTINCT
    WHERE state = 'OPEN' AND rule <> 'BROKEN_GLASS';

GRANT SELECT, INSERT, DELETE ON patient_restriction TO "${apiRole}";
GRANT SELECT, INSERT ON broken_glass TO "${apiRole}";
