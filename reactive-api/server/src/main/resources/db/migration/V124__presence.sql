-- Who has which item on their screen: renewed by the open page, old within seconds. Shows nobody's data and reserves nothing.
CREATE TABLE work_presence (
    item_id    uuid        NOT NULL,
    staff_id   text        NOT NULL, -- the subject of their token
    staff_name text        NOT NULL,
    since      timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (item_id, staff_id)
) WITH (fillfactor = 50); -- room for the renewal beside the row

GRANT SELECT, INSERT, UPDATE, DELETE ON work_presence TO "${apiRole}";
