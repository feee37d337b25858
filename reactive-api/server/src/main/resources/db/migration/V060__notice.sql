-- E-mails and letters that an act has asked for, written by the act's own statement and carried out after it.
CREATE TABLE email_message (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    kind            text        NOT NULL, -- which template, such as ACTIVATION_CODE
    language        text        NOT NULL CHECK (language IN ('en', 'es')),
    recipient       text        NOT NULL,
    patient_id      uuid        REFERENCES patient,
    code_id         uuid        REFERENCES activation_code,
    code_request_id uuid,
    content         jsonb       NOT NULL DEFAULT '{}', -- what the template fills in; never a code
    request_id      text        NOT NULL,
    state           text        NOT NULL DEFAULT 'QUEUED'
                    CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'CANCELLED')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz,
    failure         text
);

CREATE INDEX email_message_due ON email_message (next_attempt_at) WHERE state = 'QUEUED';
CREATE INDEX email_message_by_code ON email_message (code_id) WHERE code_id IS NOT NULL;

CREATE TABLE letter_batch (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    printed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    printed_by      text        NOT NULL,
    printed_by_name text        NOT NULL,
    letter_count    integer     NOT NULL
);

CREATE TABLE letter (
    id          uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id  uuid        NOT NULL REFERENCES patient,
    code_id     uuid        NOT NULL UNIQUE REFERENCES activation_code,
    language    text        NOT NULL CHECK (language IN ('en', 'es')),
    state       text        NOT NULL DEFAULT 'QUEUED'
                CHECK (state IN ('QUEUED', 'PRINTED', 'MAILED', 'RETURNED', 'CANCELLED')),
    queued_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    batch_id    uuid        REFERENCES letter_batch, -- the last one
    printed_at  timestamptz,
    mailed_at   timestamptz,
    returned_at timestamptz,
    version     integer     NOT NULL DEFAULT 1
);

CREATE INDEX letter_queue ON letter (id) WHERE state = 'QUEUED';
CREATE INDEX letter_by_state ON letter (state, id);

-- A batch's manifest, for ever: a letter that is printed again stands in two.
CREATE TABLE letter_sheet (
    batch_id  uuid    NOT NULL REFERENCES letter_batch,
    sheet     integer NOT NULL, -- from 1, as printed in the corner
    letter_id uuid    NOT NULL REFERENCES letter,
    PRIMARY KEY (batch_id, sheet)
);

GRANT SELECT, INSERT, UPDATE ON email_message, letter TO "${apiRole}";
GRANT SELECT, INSERT ON letter_batch, letter_sheet TO "${apiRole}";
