-- Searches of the record that members of staff keep for themselves.
CREATE TABLE saved_search (
    id       uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    owner    text        NOT NULL,
    name     text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    criteria jsonb       NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (owner, name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_search TO "${apiRole}";
