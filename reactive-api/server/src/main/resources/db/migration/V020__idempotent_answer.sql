-- The answer to an act that creates something, kept for a day under the caller's own key.
-- It is sealed with a key derived from that key: nobody who reads the table can read the answer.
CREATE TABLE idempotent_answer (
    actor       text        NOT NULL,
    key_hash    bytea       NOT NULL,
    fingerprint bytea       NOT NULL,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (actor, key_hash)
);

CREATE INDEX idempotent_answer_by_age ON idempotent_answer (created_at);

GRANT SELECT, INSERT, DELETE ON idempotent_answer TO "${apiRole}";
