-- What the rules leave open, with the day from which each value counts. A row is never changed: a new one follows it.
CREATE TABLE setting (
    name           text        NOT NULL,
    effective_from timestamptz NOT NULL,
    value          jsonb       NOT NULL,
    set_by         text        NOT NULL,
    set_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, effective_from)
);

GRANT SELECT ON setting TO "${apiRole}";
