-- The watch rules go through the record in the order of its seal, each event once: see docs/decisions/0096-watch-rules.md.
ALTER TABLE watch_mark
    ADD COLUMN epoch integer NOT NULL DEFAULT 0,
    ADD COLUMN xid   xid8    NOT NULL DEFAULT '0';

-- What was looked at within the last minutes before is gone through once more.
UPDATE watch_mark SET (epoch, xid) = (
    SELECT coalesce(max(epoch), 0), coalesce(max(xid), '0')
    FROM (SELECT epoch, xid FROM audit_event
          WHERE id < uuidv7(looked_at - interval '2 minutes' - clock_timestamp()) ORDER BY id DESC LIMIT 1) AS last);

ALTER TABLE watch_mark
    DROP COLUMN looked_at,
    ALTER COLUMN epoch DROP DEFAULT,
    ALTER COLUMN xid DROP DEFAULT;
