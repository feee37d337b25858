-- Changes to what delays results, by two people. The API's role can neither add a rule nor set the state itself: an
-- approved change does both, as the owner of the schema.
CREATE TABLE release_change (
    id               uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    state            text        NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'APPROVED', 'DECLINED')),
    effective_from   timestamptz NOT NULL,
    rule             jsonb,                        -- to be added
    ends             uuid        REFERENCES release_rule,
    facility_state   text        CHECK (facility_state ~ '^[A-Z]{2}$'), -- whose law counts from then on
    proposed_by      text        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    version          integer     NOT NULL DEFAULT 1,
    CHECK (decided_by <> proposed_by),
    CHECK (num_nonnulls(rule, ends, facility_state) > 0),
    CHECK ((state = 'PROPOSED') = (decided_by IS NULL))
);

GRANT SELECT, INSERT ON release_change TO "${apiRole}";
GRANT UPDATE (state, decided_by, decided_by_name, decided_at, version) ON release_change TO "${apiRole}";

CREATE FUNCTION release_change_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO release_rule (statute, state, categories, codes, hours, early_release, effective_from)
    SELECT rule.statute, rule.state, rule.categories, rule.codes, rule.hours, rule."earlyRelease", new.effective_from
    FROM jsonb_to_record(new.rule) AS rule(
        statute text, state text, categories text[], codes text[], hours integer, "earlyRelease" boolean)
    WHERE new.rule IS NOT NULL;
    UPDATE release_rule SET effective_to = new.effective_from WHERE id = new.ends AND effective_to IS NULL;
    INSERT INTO setting (name, effective_from, value, set_by)
    SELECT 'facility.state', new.effective_from, to_jsonb(new.facility_state), new.decided_by
    WHERE new.facility_state IS NOT NULL;
    RETURN new;
END
$$;

CREATE TRIGGER release_change_counts AFTER UPDATE OF state ON release_change
FOR EACH ROW WHEN (new.state = 'APPROVED' AND old.state = 'PROPOSED') EXECUTE FUNCTION release_change_counts();
