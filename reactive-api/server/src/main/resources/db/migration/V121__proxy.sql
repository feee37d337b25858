-- People who may see others' records. One who is a patient too is linked to that record, and signs in with its account.
CREATE TABLE proxy_person (
    id           uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id   uuid        UNIQUE REFERENCES patient,
    given_name   text        NOT NULL,
    family_name  text        NOT NULL,
    birth_date   date        NOT NULL,
    email        text,
    phone        text,
    language     text        NOT NULL CHECK (language IN ('en', 'es')),
    given_words  text[]      NOT NULL, -- folded, as all words below
    family_words text[]      NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX proxy_person_by_birth_date ON proxy_person (birth_date);

-- An account is a patient's or a proxy's who is no patient; so are the code and the attempt that open it.
ALTER TABLE portal_account ALTER COLUMN patient_id DROP NOT NULL;
ALTER TABLE portal_account ADD COLUMN proxy_person_id uuid UNIQUE REFERENCES proxy_person;
ALTER TABLE portal_account ADD CHECK (num_nonnulls(patient_id, proxy_person_id) = 1);

ALTER TABLE activation_code ALTER COLUMN patient_id DROP NOT NULL;
ALTER TABLE activation_code ADD COLUMN proxy_person_id uuid REFERENCES proxy_person;
ALTER TABLE activation_code ADD CHECK (num_nonnulls(patient_id, proxy_person_id) = 1);
CREATE UNIQUE INDEX activation_code_one_live_of_proxy ON activation_code (proxy_person_id) WHERE state = 'ISSUED';

ALTER TABLE activation ALTER COLUMN patient_id DROP NOT NULL;
ALTER TABLE activation ADD COLUMN proxy_person_id uuid REFERENCES proxy_person;
ALTER TABLE activation ADD CHECK (num_nonnulls(patient_id, proxy_person_id) = 1);

-- Members of staff who are patients themselves or live with one. Filled by whoever runs the house: the API only reads it.
CREATE TABLE staff_person (
    staff_id   text NOT NULL, -- the subject of their token
    patient_id uuid NOT NULL REFERENCES patient,
    PRIMARY KEY (staff_id, patient_id)
);

GRANT SELECT ON staff_person TO "${apiRole}";

CREATE TABLE proxy_request (
    id                  uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    state               text        NOT NULL DEFAULT 'SUBMITTED' CHECK (state IN (
                            'SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION', 'PENDED', 'AWAITING_SECOND_APPROVAL',
                            'APPROVED', 'DENIED')),
    kind                text        NOT NULL CHECK (kind IN ('MINOR', 'ADULT')),
    relationship        text        NOT NULL,
    patient_id          uuid        REFERENCES patient, -- chosen at the decision where the requester named no record
    patient_given_name  text,
    patient_family_name text,
    patient_birth_date  date,
    patient_given_words text[]      NOT NULL DEFAULT '{}',
    patient_family_words text[]     NOT NULL DEFAULT '{}',
    given_name          text        NOT NULL, -- the proxy, as claimed
    family_name         text        NOT NULL,
    birth_date          date        NOT NULL,
    email               text,
    phone               text,
    email_folded        text        COLLATE "C",
    phone_folded        text        COLLATE "C",
    given_words         text[]      NOT NULL,
    family_words        text[]      NOT NULL,
    language            text        NOT NULL CHECK (language IN ('en', 'es')),
    requester_account_id uuid       REFERENCES portal_account,
    recorded_by         text        NOT NULL, -- staff, or the requester's own subject
    recorded_by_name    text        NOT NULL,
    recorded_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    received_at         timestamptz NOT NULL,
    target_at           timestamptz NOT NULL,
    due_at              timestamptz NOT NULL,
    paused_at           timestamptz,
    pend_reason         text,
    claimed_by          text,
    claimed_by_name     text,
    claimed_at          timestamptz,
    claimed_until       timestamptz,
    proposal            jsonb,       -- what the first person approved: checks, class, areas, end
    proposed_by         text,
    proposed_by_name    text,
    proposed_at         timestamptz,
    decided_by          text,
    decided_by_name     text,
    decided_at          timestamptz,
    reason              text,
    proxy_person_id     uuid        REFERENCES proxy_person,
    policy_id           uuid        REFERENCES policy, -- by which it was decided
    version             integer     NOT NULL DEFAULT 1,
    CHECK (received_at <= recorded_at),
    CHECK (patient_id IS NOT NULL OR patient_birth_date IS NOT NULL),
    CHECK ((state IN ('APPROVED', 'DENIED')) = (decided_by IS NOT NULL)),
    CHECK (state NOT IN ('AWAITING_SECOND_APPROVAL', 'APPROVED') OR (proposed_by IS NOT NULL AND proposal IS NOT NULL)),
    -- Nobody approves what they have recorded.
    CHECK (proposed_by IS NULL OR proposed_by <> recorded_by),
    CHECK (state <> 'APPROVED' OR decided_by <> recorded_by),
    -- What goes against the rule has been agreed to by two.
    CHECK (state <> 'APPROVED' OR proposal ->> 'override' IS NULL OR decided_by <> proposed_by)
);

CREATE INDEX proxy_request_open ON proxy_request (due_at, id)
    WHERE state IN ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFORMATION', 'PENDED', 'AWAITING_SECOND_APPROVAL');
CREATE INDEX proxy_request_by_state ON proxy_request (state, due_at, id);
CREATE INDEX proxy_request_by_patient ON proxy_request (patient_id);

-- Originals as they came, in pieces of a megabyte, and what reviewers see of them. One without a request is on its way in.
CREATE TABLE proxy_document (
    id          uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    request_id  uuid        REFERENCES proxy_request,
    media_type  text        NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    size        integer     NOT NULL CHECK (size BETWEEN 1 AND 20971520),
    sha256      bytea       NOT NULL CHECK (length(sha256) = 32),
    pages       integer     NOT NULL CHECK (pages BETWEEN 1 AND 50),
    received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX proxy_document_by_request ON proxy_document (request_id, id);
CREATE INDEX proxy_document_on_its_way ON proxy_document (received_at) WHERE request_id IS NULL;

CREATE TABLE proxy_document_piece (
    document_id uuid    NOT NULL REFERENCES proxy_document ON DELETE CASCADE,
    place       integer NOT NULL,
    content     bytea   NOT NULL,
    PRIMARY KEY (document_id, place)
);
ALTER TABLE proxy_document_piece ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE proxy_document_page (
    document_id uuid    NOT NULL REFERENCES proxy_document ON DELETE CASCADE,
    page        integer NOT NULL,
    image       bytea   NOT NULL, -- PNG
    PRIMARY KEY (document_id, page)
);
ALTER TABLE proxy_document_page ALTER COLUMN image SET STORAGE EXTERNAL;

CREATE TABLE proxy_grant (
    id                uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    request_id        uuid        NOT NULL UNIQUE REFERENCES proxy_request,
    patient_id        uuid        NOT NULL REFERENCES patient,
    proxy_person_id   uuid        NOT NULL REFERENCES proxy_person,
    kind              text        NOT NULL CHECK (kind IN ('MINOR', 'ADULT')),
    relationship      text        NOT NULL,
    access_class      text        NOT NULL CHECK (access_class IN ('MINOR_FULL', 'MINOR_LIMITED', 'ADULT')),
    overridden        boolean     NOT NULL,
    areas             jsonb       NOT NULL, -- the most that was granted in each; the rule of the day may give less
    state             text        NOT NULL DEFAULT 'PENDING_CONFIRMATION'
                      CHECK (state IN ('PENDING_CONFIRMATION', 'ACTIVE', 'ENDED')),
    approved_by       text        NOT NULL,
    started_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_on        date,        -- the last day
    ends_at           timestamptz, -- the first moment after it, where the facility is
    confirmed_at      timestamptz,
    wrong_birth_dates integer     NOT NULL DEFAULT 0,
    ended_at          timestamptz,
    ended_by          text,
    end_reason        text,
    version           integer     NOT NULL DEFAULT 1,
    CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
    CHECK (NOT overridden OR ends_at IS NOT NULL)
);

CREATE UNIQUE INDEX proxy_grant_one_live ON proxy_grant (patient_id, proxy_person_id) WHERE state <> 'ENDED';
CREATE INDEX proxy_grant_by_proxy ON proxy_grant (proxy_person_id);
CREATE INDEX proxy_grant_by_patient ON proxy_grant (patient_id);

-- "Never a proxy": by name, for the person may not be known here yet.
CREATE TABLE proxy_block (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id      uuid        NOT NULL REFERENCES patient,
    given_name      text        NOT NULL,
    family_name     text        NOT NULL,
    birth_date      date,
    given_words     text[]      NOT NULL,
    family_words    text[]      NOT NULL,
    reason          text        NOT NULL,
    created_by      text        NOT NULL,
    created_by_name text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz,
    ended_by        text,
    end_reason      text
);

CREATE INDEX proxy_block_by_patient ON proxy_block (patient_id);

-- Who was told of which change: written by the job that tells, once for each.
CREATE TABLE proxy_notice (
    grant_id    uuid        NOT NULL REFERENCES proxy_grant,
    changes_on  date        NOT NULL,
    noticed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (grant_id, changes_on)
);

-- A text as names are compared: lower case without accents, its words in order of the alphabet.
CREATE FUNCTION folded_words(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(array_agg(DISTINCT word), '{}')
        FROM regexp_split_to_table(
                 regexp_replace(regexp_replace(lower(normalize(name, NFKD)), '[\u0300-\u036f''’`]', '', 'g'),
                                '[^[:alnum:]]+', ' ', 'g'), ' ') AS word
        WHERE word <> '');

-- Whether two people's words can be one person's: middle names and second surnames are left out by many.
CREATE FUNCTION same_words(one text[], other text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN cardinality(one) > 0 AND cardinality(other) > 0 AND (one @> other OR other @> one);

-- Whether a member of staff is, lives with, or has the name of one of the two people of a request.
CREATE FUNCTION staff_is_related(staff text, staff_name text, request proxy_request) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (
           SELECT FROM staff_person LEFT JOIN proxy_person ON proxy_person.id = request.proxy_person_id
           WHERE staff_id = staff AND staff_person.patient_id IN (request.patient_id, proxy_person.patient_id,
                                           (request.proposal ->> 'proxyPatientId')::uuid))
    OR same_words(folded_words(staff_name), request.given_words || request.family_words)
    OR EXISTS (
           SELECT FROM patient
           WHERE patient.id = request.patient_id
             AND same_words(folded_words(staff_name), folded_words(given_name || ' ' || family_name)));

-- Four eyes hold for whoever reaches the tables, not only for the API's own code.
CREATE FUNCTION guard_proxy_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'SUBMITTED' THEN
        RAISE EXCEPTION 'A request begins as submitted' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_begins';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state IN ('APPROVED', 'DENIED') THEN
        RAISE EXCEPTION 'The request is decided' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_decided';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.patient_id IS NOT NULL AND NEW.patient_id IS DISTINCT FROM OLD.patient_id THEN
        RAISE EXCEPTION 'The patient is chosen' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_patient';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = 'AWAITING_SECOND_APPROVAL' AND NEW.state = 'APPROVED'
            AND (NEW.proposal, NEW.proposed_by) IS DISTINCT FROM (OLD.proposal, OLD.proposed_by) THEN
        RAISE EXCEPTION 'Not what the first person approved'
            USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_proposal';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state <> 'AWAITING_SECOND_APPROVAL' AND NEW.state = 'APPROVED'
            AND NEW.proposal ->> 'override' IS NOT NULL THEN
        RAISE EXCEPTION 'A second person must agree' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_second';
    END IF;
    IF NEW.state IN ('AWAITING_SECOND_APPROVAL', 'APPROVED')
            AND staff_is_related(NEW.proposed_by, NEW.proposed_by_name, NEW) THEN
        RAISE EXCEPTION 'Related to the people of the request'
            USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_related';
    END IF;
    IF NEW.state = 'APPROVED' AND staff_is_related(NEW.decided_by, NEW.decided_by_name, NEW) THEN
        RAISE EXCEPTION 'Related to the people of the request'
            USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_related';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER proxy_request_guard BEFORE INSERT OR UPDATE ON proxy_request
    FOR EACH ROW EXECUTE FUNCTION guard_proxy_request();

-- A grant is what was approved, no more. Looks after the whole statement, which approves and grants at once.
CREATE FUNCTION guard_proxy_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.state = 'ENDED' OR (OLD.state = 'ACTIVE' AND NEW.state = 'PENDING_CONFIRMATION') THEN
            RAISE EXCEPTION 'A grant does not come back' USING ERRCODE = '23514', CONSTRAINT = 'proxy_grant_ended';
        END IF;
    ELSIF NOT EXISTS (
            SELECT FROM proxy_request AS request
            WHERE request.id = NEW.request_id AND request.state = 'APPROVED' AND request.decided_by = NEW.approved_by
              AND request.patient_id = NEW.patient_id AND request.proxy_person_id = NEW.proxy_person_id
              AND request.kind = NEW.kind AND request.proposal ->> 'accessClass' = NEW.access_class
              AND request.proposal -> 'areas' = NEW.areas
              AND (request.proposal ->> 'override' IS NOT NULL) = NEW.overridden) THEN
        RAISE EXCEPTION 'Nobody has approved this grant' USING ERRCODE = '23514', CONSTRAINT = 'proxy_grant_approved';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER proxy_grant_guard AFTER INSERT OR UPDATE ON proxy_grant
    FOR EACH ROW EXECUTE FUNCTION guard_proxy_grant();

-- A document of a request stays as it came.
CREATE FUNCTION guard_proxy_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.request_id IS NOT NULL THEN
        RAISE EXCEPTION 'A document stays as it came' USING ERRCODE = '23514', CONSTRAINT = 'proxy_document_stays';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER proxy_document_guard BEFORE UPDATE OR DELETE ON proxy_document
    FOR EACH ROW EXECUTE FUNCTION guard_proxy_document();

CREATE FUNCTION guard_proxy_document_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM proxy_document WHERE id = NEW.document_id AND request_id IS NOT NULL) THEN
        RAISE EXCEPTION 'A document stays as it came' USING ERRCODE = '23514', CONSTRAINT = 'proxy_document_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER proxy_document_piece_guard BEFORE INSERT ON proxy_document_piece
    FOR EACH ROW EXECUTE FUNCTION guard_proxy_document_part();
CREATE TRIGGER proxy_document_page_guard BEFORE INSERT ON proxy_document_page
    FOR EACH ROW EXECUTE FUNCTION guard_proxy_document_part();

-- The policy that counts at a moment.
CREATE FUNCTION policy_at(moment timestamptz) RETURNS SETOF policy
LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT * FROM policy WHERE state = 'APPROVED' AND effective_from <= moment ORDER BY effective_from DESC LIMIT 1
$$;

-- The lesser of two levels in each area of the first.
CREATE FUNCTION least_areas(one jsonb, other jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_object_agg(area, level), '{}')
        FROM (SELECT key AS area,
                     CASE WHEN 'NONE' IN (value, coalesce(other ->> key, 'NONE')) THEN 'NONE'
                          WHEN 'VIEW' IN (value, other ->> key) THEN 'VIEW'
                          ELSE 'ACT' END AS level
              FROM jsonb_each_text(one)) AS least
        WHERE level <> 'NONE');

-- Every grant, and what it gives at a moment: the one place in SQL where birthdays, dates, deaths, blocks and policies
-- meet. proxy.model.AccessRule says the same in Java; a test holds the two together.
CREATE FUNCTION proxy_grant_at(moment timestamptz, zone text, rules jsonb)
RETURNS TABLE (grant_id uuid, patient_id uuid, proxy_person_id uuid, state text, access_class text, areas jsonb,
               end_reason text, permitted boolean)
LANGUAGE sql STABLE AS $$
    SELECT judged.id, judged.patient_id, judged.proxy_person_id,
           CASE WHEN judged.over IS NOT NULL THEN 'ENDED' ELSE judged.state END,
           CASE WHEN judged.over IS NULL AND judged.permitted AND judged.state = 'ACTIVE' THEN judged.class ELSE 'NONE' END,
           CASE WHEN judged.over IS NULL AND judged.permitted AND judged.state = 'ACTIVE'
                THEN least_areas(judged.areas, judged.most) ELSE '{}' END,
           judged.over, judged.permitted
    FROM (
        SELECT g.id, g.patient_id, g.proxy_person_id, g.state, g.areas,
               CASE WHEN g.kind = 'ADULT' THEN 'ADULT'
                    WHEN g.overridden THEN g.access_class
                    ELSE band ->> 'parentalClass' END AS class,
               CASE WHEN g.kind = 'ADULT' THEN rules -> 'adultAreas'
                    WHEN g.overridden THEN g.areas
                    ELSE band -> 'areas' END AS most,
               CASE WHEN g.state = 'ENDED' THEN g.end_reason
                    WHEN patient.deceased OR own.deceased THEN 'DECEASED'
                    WHEN g.ends_at <= moment THEN 'EXPIRED'
                    WHEN g.kind = 'MINOR' AND band ->> 'parentalClass' = 'NONE' THEN 'AGED_OUT' END AS over,
               NOT EXISTS (
                   SELECT FROM proxy_block AS block
                   WHERE block.patient_id = g.patient_id AND (block.ended_at IS NULL OR block.ended_at > moment)
                     AND block.created_at <= moment
                     AND (block.birth_date IS NULL OR block.birth_date = person.birth_date)
                     AND same_words(block.given_words, person.given_words)
                     AND same_words(block.family_words, person.family_words)) AS permitted
        FROM proxy_grant AS g
        JOIN patient ON patient.id = g.patient_id
        JOIN proxy_person AS person ON person.id = g.proxy_person_id
        LEFT JOIN patient AS own ON own.id = person.patient_id
        LEFT JOIN LATERAL (
            SELECT value AS band FROM jsonb_array_elements(rules -> 'ageBands')
            WHERE greatest(0, extract(year FROM age((moment AT TIME ZONE zone)::date, patient.birth_date)))
                  BETWEEN (value ->> 'fromAge')::int AND coalesce((value ->> 'toAge')::int, 1000)) AS at_age ON true
    ) AS judged
$$;

-- What a signed-in person of the portal may see of others at this moment. account is the subject of their token.
CREATE FUNCTION proxy_access(account uuid, zone text)
RETURNS TABLE (grant_id uuid, patient_id uuid, access_class text, areas jsonb)
LANGUAGE sql STABLE AS $$
    SELECT g.grant_id, g.patient_id, g.access_class, g.areas
    FROM portal_account
    JOIN proxy_person ON proxy_person.id = portal_account.proxy_person_id
                      OR proxy_person.patient_id = portal_account.patient_id
    CROSS JOIN policy_at(statement_timestamp()) AS policy
    CROSS JOIN LATERAL proxy_grant_at(statement_timestamp(), zone, policy.rules) AS g
    WHERE portal_account.keycloak_id = account AND portal_account.state = 'ACTIVE'
      AND g.proxy_person_id = proxy_person.id AND g.access_class <> 'NONE'
$$;

GRANT SELECT, INSERT ON proxy_person, proxy_request, proxy_grant, proxy_block, proxy_document_piece, proxy_document_page
    TO "${apiRole}";
GRANT UPDATE (email, phone) ON proxy_person TO "${apiRole}";
-- Who recorded a request, for whom, and when it came, stays.
GRANT UPDATE (state, patient_id, target_at, due_at, paused_at, pend_reason, claimed_by, claimed_by_name, claimed_at,
              claimed_until, proposal, proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at,
              reason, proxy_person_id, policy_id, version) ON proxy_request TO "${apiRole}";
GRANT UPDATE (state, confirmed_at, wrong_birth_dates, ended_at, ended_by, end_reason, version) ON proxy_grant TO "${apiRole}";
GRANT UPDATE (ended_at, ended_by, end_reason) ON proxy_block TO "${apiRole}";
GRANT SELECT, INSERT, DELETE ON proxy_document TO "${apiRole}";
GRANT UPDATE (request_id) ON proxy_document TO "${apiRole}";
GRANT SELECT, INSERT ON proxy_notice TO "${apiRole}";
