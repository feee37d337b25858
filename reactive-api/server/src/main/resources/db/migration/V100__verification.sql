-- Who closed an account, and why: what tells staff's closing from Keycloak's lock.
ALTER TABLE portal_account
    ADD COLUMN disabled_reason  text,
    ADD COLUMN disabled_by_name text,
    ADD COLUMN disabled_at      timestamptz;

-- A second person's word on one more verification after too many have failed.
CREATE TABLE verification_override (
    id                uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id        uuid        NOT NULL REFERENCES patient,
    state             text        NOT NULL DEFAULT 'REQUESTED'
                      CHECK (state IN ('REQUESTED', 'APPROVED', 'DECLINED', 'USED')),
    reason            text        NOT NULL,
    requested_by      text        NOT NULL,
    requested_by_name text        NOT NULL,
    requested_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_by        text,
    decided_by_name   text,
    decided_at        timestamptz,
    decision_reason   text,
    expires_at        timestamptz,
    CHECK (decided_by IS NULL OR decided_by <> requested_by)
);

CREATE UNIQUE INDEX verification_override_one_open ON verification_override (patient_id) WHERE state = 'REQUESTED';
CREATE INDEX verification_override_by_state ON verification_override (state, id);

-- A call and the check of who calls. A passed one opens a window: opens_until against the database's clock.
CREATE TABLE verification (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id     uuid        NOT NULL REFERENCES patient,
    agent          text        NOT NULL,
    agent_name     text        NOT NULL,
    caller         text        NOT NULL CHECK (caller IN ('PATIENT', 'PROXY', 'OTHER')),
    caller_name    text,
    relation       text,
    consent        text        CHECK (consent IN ('SPOKEN_IN_CALL', 'FORM_ON_FILE')), -- recorded by the agent at the start
    override_id    uuid        REFERENCES verification_override,
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'PASSED', 'FAILED', 'ABANDONED')),
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at       timestamptz,
    abandon_reason text,
    opens_until    timestamptz,
    acts           text[]      NOT NULL DEFAULT '{}',
    note_reason    text,
    note_text      text,
    note_by_name   text,
    note_at        timestamptz,
    version        integer     NOT NULL DEFAULT 1,
    CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CHECK ((state = 'PASSED') = (opens_until IS NOT NULL)),
    CHECK (caller = 'PATIENT' OR consent IS NOT NULL)
);

-- One at a time for each patient: three failures across agents cannot be four.
CREATE UNIQUE INDEX verification_one_open ON verification (patient_id) WHERE state = 'OPEN';
CREATE INDEX verification_by_patient ON verification (patient_id, id DESC);
CREATE INDEX verification_failed ON verification (patient_id, ended_at) WHERE state = 'FAILED';

-- Whether what was said fits. What was said is never kept, and this never leaves the server.
CREATE TABLE verification_answer (
    verification_id uuid        NOT NULL REFERENCES verification,
    fact            text        NOT NULL,
    matched         boolean     NOT NULL,
    answers         integer     NOT NULL DEFAULT 1,
    answered_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (verification_id, fact)
);

-- A one-time code to a contact on record, known by its HMAC alone, which comes when the mail is built.
CREATE TABLE proof_code (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    verification_id uuid        NOT NULL REFERENCES verification,
    code_hash       bytea,
    sent_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at      timestamptz NOT NULL
);

CREATE INDEX proof_code_by_verification ON proof_code (verification_id, id DESC);

ALTER TABLE email_message ADD COLUMN proof_code_id uuid REFERENCES proof_code;

GRANT SELECT, INSERT, UPDATE ON verification, verification_answer, verification_override, proof_code TO "${apiRole}";
