-- Policies of access: from effective_from until the next one. A row's rules are never changed; a new policy follows it.
CREATE TABLE policy (
    id               uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    name             text        NOT NULL,
    facility         text        NOT NULL DEFAULT 'default',
    state            text        NOT NULL CHECK (state IN ('PATTERN', 'PROPOSED', 'APPROVED', 'DECLINED')),
    effective_from   timestamptz,
    rules            jsonb       NOT NULL,
    proposed_by      text        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    version          integer     NOT NULL DEFAULT 1,
    CHECK (decided_by <> proposed_by),
    CHECK ((state = 'PATTERN') = (effective_from IS NULL)),
    CHECK ((state IN ('APPROVED', 'DECLINED')) = (decided_by IS NOT NULL))
);

CREATE UNIQUE INDEX policy_one_a_moment ON policy (effective_from) WHERE state = 'APPROVED';

-- Two of a kind that differ at twelve: what ships, and a pattern to copy.
INSERT INTO policy (name, state, effective_from, proposed_by, proposed_by_name, decided_by, decided_by_name, decided_at,
                    rules)
SELECT name, state, effective_from, 'product', 'As shipped', decided_by, decided_by_name, decided_at,
       jsonb_build_object(
           'ageBands', bands.young || '[
               {"fromAge": 13, "toAge": 17, "ownAccount": true, "parentalClass": "MINOR_LIMITED", "assentForFull": true,
                "areas": {"VISITS": "ACT", "MESSAGES": "ACT", "BILLING": "VIEW"}},
               {"fromAge": 18, "ownAccount": true, "parentalClass": "NONE", "assentForFull": false, "areas": {}}]',
           'adultAreas', '{"RESULTS": "ACT", "NOTES": "ACT", "MEDICATIONS": "ACT", "VISITS": "ACT", "MESSAGES": "ACT",
                           "BILLING": "ACT"}'::jsonb,
           'sensitiveTags', '["SEXUAL_HEALTH", "SUBSTANCE_USE", "MENTAL_HEALTH", "ABUSE_SCREENING"]'::jsonb,
           'clocks', '{"minorBusinessDays": 4, "adultMode": "BUSINESS_DAYS", "adultTargetHours": 24,
                       "adultLimitHours": 48, "pausedBy": ["WAITING_FOR_REQUESTER", "WAITING_FOR_DOCUMENT"]}'::jsonb,
           'calendar', '{"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "opens": "08:00:00",
                         "closes": "16:00:00", "localDays": []}'::jsonb)
FROM (VALUES
    ('Full access to 12', 'APPROVED', timestamptz '2000-01-01 00:00Z', 'product-release', 'As shipped', clock_timestamp(),
     '[{"fromAge": 0, "toAge": 12, "ownAccount": false, "parentalClass": "MINOR_FULL", "assentForFull": false,
        "areas": {"RESULTS": "ACT", "NOTES": "ACT", "MEDICATIONS": "ACT", "VISITS": "ACT", "MESSAGES": "ACT",
                  "BILLING": "ACT"}}]'::jsonb),
    ('Full access under 12', 'PATTERN', NULL, NULL, NULL, NULL,
     '[{"fromAge": 0, "toAge": 11, "ownAccount": false, "parentalClass": "MINOR_FULL", "assentForFull": false,
        "areas": {"RESULTS": "ACT", "NOTES": "ACT", "MEDICATIONS": "ACT", "VISITS": "ACT", "MESSAGES": "ACT",
                  "BILLING": "ACT"}},
       {"fromAge": 12, "toAge": 12, "ownAccount": false, "parentalClass": "MINOR_LIMITED", "assentForFull": true,
        "areas": {"VISITS": "ACT", "MESSAGES": "ACT", "BILLING": "VIEW"}}]'::jsonb))
    AS bands (name, state, effective_from, decided_by, decided_by_name, decided_at, young);

-- The rules and who proposed them cannot be changed, and no policy can be removed.
GRANT SELECT, INSERT ON policy TO "${apiRole}";
GRANT UPDATE (state, decided_by, decided_by_name, decided_at, version) ON policy TO "${apiRole}";
