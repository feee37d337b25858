-- What staff do to an account in Keycloak: written before Keycloak is asked, ended by what was read back.
-- One that stays STARTED beyond its lease is looked at by recovery: see docs/decisions/0062-acts-on-accounts.md.
CREATE TABLE account_act (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id      uuid        NOT NULL REFERENCES patient,
    verification_id uuid        REFERENCES verification, -- none for what HIM staff do
    act             text        NOT NULL CHECK (act IN ('UNLOCK', 'PASSWORD_RESET', 'SECOND_FACTOR_RESET',
                                    'END_SESSIONS', 'RESEND_CODE', 'DISABLE', 'ENABLE')),
    detail          text,                                -- the second factor
    reason          text        NOT NULL,
    end_proxies     boolean     NOT NULL DEFAULT false,
    actor           text        NOT NULL,
    actor_name      text        NOT NULL,
    request_id      text        NOT NULL,
    state           text        NOT NULL DEFAULT 'STARTED' CHECK (state IN ('STARTED', 'DONE', 'FAILED')),
    read_back       text,                                -- the account's state after it
    started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz,
    lease_until     timestamptz NOT NULL,
    CHECK ((state = 'STARTED') = (ended_at IS NULL))
);

-- One at a time for each account: an unlock and a closing cannot cross in Keycloak.
CREATE UNIQUE INDEX account_act_one_open ON account_act (patient_id) WHERE state = 'STARTED';
CREATE INDEX account_act_by_verification ON account_act (verification_id, id) WHERE verification_id IS NOT NULL;
CREATE INDEX account_act_due ON account_act (lease_until) WHERE state = 'STARTED';
CREATE INDEX account_act_resets ON account_act (ended_at)
    WHERE state = 'DONE' AND act IN ('PASSWORD_RESET', 'SECOND_FACTOR_RESET');

GRANT SELECT, INSERT, UPDATE ON account_act TO "${apiRole}";
