-- What members of staff had typed and not yet sent: sealed for each of them, for a day. See docs/decisions/0108-idle-is-out-in-every-tab.md.
CREATE TABLE staff_draft (
    person  text        NOT NULL, -- the subject of their token
    place   text        NOT NULL CHECK (length(place) BETWEEN 1 AND 120),
    sealed  bytea       NOT NULL CHECK (octet_length(sealed) BETWEEN 29 AND 16412), -- nonce, 16 kB at most, tag
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (person, place)
);

CREATE INDEX staff_draft_by_age ON staff_draft (kept_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON staff_draft TO "${apiRole}";
