-- Runs at each start, before the first request: if transaction ids have fallen below what is sealed, this
-- database was restored from a dump, and a new epoch begins. Docs: decision 0090.
DO $$
BEGIN
    INSERT INTO audit_epoch (epoch)
    SELECT audit_epoch() + 1
    FROM (SELECT to_epoch, to_xid FROM audit_checkpoint ORDER BY number DESC LIMIT 1) AS last
    WHERE last.to_epoch = audit_epoch() AND pg_current_xact_id() < last.to_xid;
    IF FOUND THEN
        EXECUTE format('ALTER TABLE audit_event ALTER COLUMN epoch SET DEFAULT %s', audit_epoch());
    END IF;
END
$$;
