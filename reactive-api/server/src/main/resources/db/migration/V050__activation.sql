-- A sign-in of the portal, linked to one person. The user itself lives in Keycloak.
CREATE TABLE portal_account (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id      uuid        NOT NULL UNIQUE REFERENCES patient,
    keycloak_id     uuid        NOT NULL UNIQUE,
    username        text        NOT NULL,
    username_folded text        COLLATE "C" NOT NULL UNIQUE,
    state           text        NOT NULL CHECK (state IN ('ACTIVE', 'DISABLED')),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    version         integer     NOT NULL DEFAULT 1
);

-- A code is known by its HMAC alone. Letters and e-mails get theirs while they are made, so until then there is none.
-- Whether it is dead by age is decided by expires_at at the moment of use; no job moves the state.
CREATE TABLE activation_code (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id      uuid        NOT NULL REFERENCES patient,
    state           text        NOT NULL DEFAULT 'ISSUED'
                    CHECK (state IN ('ISSUED', 'REDEEMED', 'EXPIRED', 'REVOKED', 'SUPERSEDED')),
    channel         text        NOT NULL CHECK (channel IN ('HANDED_OVER', 'LETTER', 'EMAIL')),
    code_hash       bytea       UNIQUE,
    issued_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at      timestamptz NOT NULL,
    issued_by       text        NOT NULL,
    issued_by_name  text        NOT NULL,
    issue_reason    text,
    code_request_id uuid,
    override_id     uuid,
    ended_at        timestamptz,
    end_reason      text,
    failed_attempts integer     NOT NULL DEFAULT 0,
    version         integer     NOT NULL DEFAULT 1,
    CHECK ((state = 'ISSUED') = (ended_at IS NULL))
) WITH (fillfactor = 80);

-- At most one code of a patient is not ended: issuing another ends it in the same statement.
CREATE UNIQUE INDEX activation_code_one_live ON activation_code (patient_id) WHERE state = 'ISSUED';
CREATE INDEX activation_code_by_patient ON activation_code (patient_id, id DESC);

-- An account that is being opened: from the code's acceptance until the user in Keycloak is there and enabled.
-- The password is never kept: when the process dies in between, the attempt is undone and the code works again.
-- lease_until is when somebody must look at it; 'infinity' when nobody need. See docs/decisions/0033-a-redemption-is-a-lease.md.
CREATE TABLE activation (
    id           uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    code_id      uuid        NOT NULL REFERENCES activation_code,
    patient_id   uuid        NOT NULL REFERENCES patient,
    username     text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('STARTED', 'REDEEMED', 'DONE', 'UNDOING', 'UNDONE')),
    keycloak_id  uuid,
    started_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until  timestamptz NOT NULL,
    CHECK ((state IN ('REDEEMED', 'DONE')) = (keycloak_id IS NOT NULL))
);

-- While one attempt is open, no other can begin on the same code.
CREATE UNIQUE INDEX activation_one_open ON activation (code_id) WHERE state IN ('STARTED', 'REDEEMED');
CREATE INDEX activation_due ON activation (lease_until) WHERE lease_until < 'infinity';

-- Failed public calls, counted apart from the record, so that guesses cannot drown it.
CREATE TABLE portal_failure (
    id             uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    client_address inet        NOT NULL,
    act            text        NOT NULL,
    cause          text        NOT NULL,
    code_id        uuid,
    occurred_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX portal_failure_by_address ON portal_failure (client_address, occurred_at DESC);
CREATE INDEX portal_failure_by_time ON portal_failure (occurred_at DESC);

-- Four eyes on a code that would go to a shared or fresh contact.
CREATE TABLE contact_override (
    id                uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id        uuid        NOT NULL REFERENCES patient,
    channel           text        NOT NULL CHECK (channel IN ('HANDED_OVER', 'LETTER', 'EMAIL')),
    collisions        text[]      NOT NULL,
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
    version           integer     NOT NULL DEFAULT 1,
    CHECK (decided_by IS NULL OR decided_by <> requested_by)
);

CREATE UNIQUE INDEX contact_override_one_open ON contact_override (patient_id, channel)
    WHERE state = 'REQUESTED';
CREATE INDEX contact_override_by_state ON contact_override (state, id);

GRANT SELECT, INSERT, UPDATE ON portal_account, activation_code, activation, contact_override TO "${apiRole}";
GRANT SELECT, INSERT, DELETE ON portal_failure TO "${apiRole}";
