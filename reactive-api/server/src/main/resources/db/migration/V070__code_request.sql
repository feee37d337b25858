-- Requests for a code. Claimed and on-record are never mixed: this is what the requester said.
CREATE TABLE code_request (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    reference       text        COLLATE "C" NOT NULL UNIQUE,
    state           text        NOT NULL DEFAULT 'SUBMITTED'
                    CHECK (state IN ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION', 'APPROVED', 'DENIED')),
    given_name      text        NOT NULL,
    family_name     text        NOT NULL,
    birth_date      date        NOT NULL,
    ssn_last4       text,
    email           text,
    phone           text,
    postal_address  text,
    deliver_by      text        NOT NULL CHECK (deliver_by IN ('EMAIL', 'LETTER')),
    note            text,
    language        text        NOT NULL CHECK (language IN ('en', 'es')),
    received_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    target_at       timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    paused_at       timestamptz, -- the clock stands still from here
    claimed_by      text,
    claimed_by_name text,
    claimed_at      timestamptz,
    claimed_until   timestamptz,
    decided_by      text,
    decided_by_name text,
    decided_at      timestamptz,
    reason          text,
    patient_id      uuid        REFERENCES patient,
    code_id         uuid        REFERENCES activation_code,
    given_words     text[]      NOT NULL, -- folded, to be held against patient_name
    family_words    text[]      NOT NULL,
    email_folded    text        COLLATE "C",
    phone_folded    text        COLLATE "C",
    client_address  inet        NOT NULL,
    version         integer     NOT NULL DEFAULT 1
);

CREATE INDEX code_request_open ON code_request (due_at, id)
    WHERE state IN ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION');
CREATE INDEX code_request_by_state ON code_request (state, due_at, id);
CREATE INDEX code_request_by_age ON code_request (received_at);

ALTER TABLE activation_code ADD FOREIGN KEY (code_request_id) REFERENCES code_request;
ALTER TABLE activation_code ADD FOREIGN KEY (override_id) REFERENCES contact_override;
ALTER TABLE email_message ADD FOREIGN KEY (code_request_id) REFERENCES code_request;

GRANT SELECT, INSERT, UPDATE ON code_request TO "${apiRole}";
