-- The API reads the record and its seal and adds events; sealing is another process's, with a login of its own:
-- docs/decisions/0110-three-processes-three-logins.md.

REVOKE INSERT ON audit_checkpoint, audit_publication FROM "${apiRole}";
REVOKE ALL ON audit_head FROM "${apiRole}";
-- Whether the schema is the one that the API was built for.
GRANT SELECT ON flyway_schema_history TO "${apiRole}";

GRANT SELECT ON audit_event, audit_epoch, audit_checkpoint, audit_publication TO "${sealerRole}";
GRANT INSERT ON audit_checkpoint, audit_publication TO "${sealerRole}";
-- FOR UPDATE asks for the right to update; the check and the key leave nothing to change.
GRANT SELECT, UPDATE ON audit_head TO "${sealerRole}";
