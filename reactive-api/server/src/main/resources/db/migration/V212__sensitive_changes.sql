-- What is sensitive is changed by two people, as what delays results is: see docs/decisions/0130-sensitive-sets-are-changed-by-two.md.
ALTER TABLE sensitive_code ADD COLUMN source text; -- where it differs from the set's

ALTER TABLE release_change
    ADD COLUMN sensitive jsonb, -- a code that comes into a set of sensitive items, or leaves it
    DROP CONSTRAINT release_change_check1,
    ADD CONSTRAINT release_change_changes_something
        CHECK (num_nonnulls(rule, ends, facility_state, sensitive) > 0);

CREATE FUNCTION sensitive_change_counts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO sensitive_code (code, tag, title, set_name, source, effective_from)
    SELECT new.sensitive ->> 'code', tag, new.sensitive ->> 'title', name, new.sensitive ->> 'source', new.effective_from
    FROM sensitive_set
    WHERE name = new.sensitive ->> 'set' AND (new.sensitive ->> 'counts')::boolean;
    UPDATE sensitive_code SET effective_to = new.effective_from
    WHERE set_name = new.sensitive ->> 'set' AND key = sensitive_key(new.sensitive ->> 'code')
      AND effective_to IS NULL AND effective_from < new.effective_from AND NOT (new.sensitive ->> 'counts')::boolean;
    RETURN new;
END
$$;

CREATE TRIGGER sensitive_change_counts AFTER UPDATE OF state ON release_change
FOR EACH ROW WHEN (new.state = 'APPROVED' AND old.state = 'PROPOSED' AND new.sensitive IS NOT NULL)
EXECUTE FUNCTION sensitive_change_counts();

-- Whether a code counts in a set at that moment, however it is spelled.
CREATE FUNCTION sensitive_counts(of_set text, of_code text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM sensitive_code
        WHERE set_name = of_set AND key = sensitive_key(of_code) AND effective_from <= moment
          AND (effective_to IS NULL OR effective_to > moment))
$$;
