-- What ends by itself is written down when its moment has come; what is new is told by e-mail.

-- Until when the ends of delays are on record; one row, which whoever looks for more locks.
CREATE TABLE release_round (
    only_one     boolean     NOT NULL DEFAULT true PRIMARY KEY CHECK (only_one),
    delays_until timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO release_round DEFAULT VALUES;

CREATE INDEX result_by_finalised ON result (least(coalesce(issued, updated_at), updated_at));

-- Results that somebody may see now who could not before, on their way into an e-mail.
CREATE TABLE result_news (
    id        uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    result_id uuid NOT NULL REFERENCES result
);

-- One for each person who was ever told. While waiting_since is set, there is something to tell.
CREATE TABLE result_notice (
    account_id    uuid        NOT NULL PRIMARY KEY REFERENCES portal_account,
    waiting_since timestamptz,
    mailed_at     timestamptz
);

CREATE INDEX result_notice_waiting ON result_notice (waiting_since) WHERE waiting_since IS NOT NULL;

CREATE FUNCTION note_result_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO result_news (result_id) VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER result_news_came AFTER INSERT ON result
    FOR EACH ROW WHEN (NEW.status IN ('final', 'corrected', 'amended', 'appended')) EXECUTE FUNCTION note_result_news();
CREATE TRIGGER result_news_changed AFTER UPDATE ON result
    FOR EACH ROW WHEN (NEW.status IN ('final', 'corrected', 'amended', 'appended')
                       AND (OLD.status, OLD.released_early_at, OLD.fingerprint)
                           IS DISTINCT FROM (NEW.status, NEW.released_early_at, NEW.fingerprint))
    EXECUTE FUNCTION note_result_news();

CREATE FUNCTION note_hold_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO result_news (result_id) VALUES (NEW.result_id);
    RETURN NULL;
END $$;

CREATE TRIGGER result_news_hold_ended AFTER UPDATE ON result_hold
    FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION note_hold_ended();

-- The accounts that may see a result at a moment; grant_id is null for the patient's own.
CREATE FUNCTION result_viewers_at(one uuid, moment timestamptz, zone text)
RETURNS TABLE (account_id uuid, grant_id uuid) LANGUAGE sql STABLE AS $$
    WITH release AS (
        SELECT * FROM result_release_at(moment) AS release
        WHERE release.result_id = one AND release.state IN ('RELEASED', 'HELD') AND NOT release.delayed)
    SELECT account.id, NULL::uuid
    FROM release JOIN portal_account AS account ON account.patient_id = release.patient_id AND account.state = 'ACTIVE'
    WHERE release.hold_id IS NULL OR NOT release.from_patient
    UNION ALL
    SELECT account.id, g.grant_id
    FROM release
    JOIN result ON result.id = one
    CROSS JOIN policy_at(moment) AS policy
    JOIN LATERAL proxy_grant_at(moment, zone, policy.rules) AS g
        ON g.patient_id = release.patient_id AND g.access_class <> 'NONE' AND g.areas ? 'RESULTS'
    JOIN proxy_person AS person ON person.id = g.proxy_person_id
    JOIN portal_account AS account
        ON account.state = 'ACTIVE' AND (account.proxy_person_id = person.id OR account.patient_id = person.patient_id)
    WHERE (release.hold_id IS NULL OR release.from_proxies <> 'ALL' AND g.grant_id <> ALL (release.grants))
      AND NOT result_tags_at(one, result.code, moment)
          && ARRAY(SELECT jsonb_array_elements_text(policy.rules -> 'sensitiveTags'))
$$;

GRANT SELECT ON release_round, result_news, result_notice TO "${apiRole}";
GRANT UPDATE (delays_until) ON release_round TO "${apiRole}";
GRANT INSERT, DELETE ON result_news TO "${apiRole}";
GRANT UPDATE (result_id) ON result_news TO "${apiRole}"; -- for its row locks
GRANT INSERT, UPDATE ON result_notice TO "${apiRole}";
