-- Where an approval leaves what was asked for, a second person agrees to it: here is what counts as leaving it, for the
-- API, which says so, and for the trigger, which holds whoever reaches the table.

-- Whether a record can be that of somebody who was named so: same birth date, and two of given names, family names and
-- a contact agree. Former names count, names that the other side leaves out do not.
CREATE FUNCTION fits_claim(record patient, claimed_birth_date date, given text[], family text[], email text, phone text)
RETURNS boolean
LANGUAGE sql STABLE
RETURN record.birth_date = claimed_birth_date
   AND (SELECT (same_words(given, folded_words(record.given_name))
                OR cardinality(given) > 0 AND given <@ coalesce(array_agg(word::text), '{}'))::int
             + (same_words(family, folded_words(record.family_name))
                OR cardinality(family) > 0 AND family <@ coalesce(array_agg(word::text), '{}'))::int
        FROM patient_name WHERE patient_id = record.id)
     + EXISTS (SELECT FROM patient_contact
               WHERE patient_id = record.id
                 AND (kind = 'EMAIL' AND folded = email OR kind = 'PHONE' AND folded = phone))::int >= 2;

-- The papers of which one must give the authority that is claimed; none where none must.
CREATE FUNCTION authority_papers(relationship text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE relationship
    WHEN 'GUARDIAN' THEN ARRAY['GUARDIANSHIP_ORDER', 'CUSTODY_ORDER', 'PLACEMENT_ORDER']
    WHEN 'POWER_OF_ATTORNEY' THEN ARRAY['POWER_OF_ATTORNEY']
    ELSE '{}'::text[] END;

-- Where an approval of the request's proposal leaves the request; empty where it does not.
CREATE FUNCTION proxy_request_deviations(request proxy_request) RETURNS text[]
LANGUAGE sql STABLE
RETURN array_remove(ARRAY[
    -- The requester named a patient in words: another record, or one of several that these words fit.
    CASE WHEN request.patient_id IS NOT NULL AND request.patient_birth_date IS NOT NULL
              AND (SELECT coalesce(array_agg(id), '{}') FROM patient AS record
                   WHERE birth_date = request.patient_birth_date
                     AND fits_claim(record, request.patient_birth_date, request.patient_given_words,
                                    request.patient_family_words, NULL, NULL)) <> ARRAY[request.patient_id]
         THEN 'OTHER_PATIENT' END,
    -- The record of the proxy is not that of whoever was named, or of whoever asked.
    CASE WHEN NOT coalesce(
              (SELECT account.patient_id IS NOT DISTINCT FROM record.id OR request.requester_account_id IS NULL
                      AND fits_claim(record, request.birth_date, request.given_words, request.family_words,
                                     request.email_folded, request.phone_folded)
               FROM patient AS record LEFT JOIN portal_account AS account ON account.id = request.requester_account_id
               WHERE record.id = (request.proposal ->> 'proxyPatientId')::uuid),
              request.proposal ->> 'proxyPatientId' IS NULL)
         THEN 'OTHER_PROXY' END,
    CASE WHEN cardinality(authority_papers(request.relationship)) > 0
              AND NOT EXISTS (
                  SELECT FROM jsonb_to_recordset(nullif(request.proposal -> 'papers', 'null'))
                      AS paper("documentId" uuid, type text)
                  JOIN proxy_document AS document ON document.id = paper."documentId"
                  WHERE document.request_id = request.id AND paper.type = ANY (authority_papers(request.relationship)))
         THEN 'NO_AUTHORITY_PAPER' END], NULL);

CREATE OR REPLACE FUNCTION guard_proxy_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    deviations text[] := '{}';
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'SUBMITTED' THEN
        RAISE EXCEPTION 'A request begins as submitted' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_begins';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state IN ('APPROVED', 'DENIED') THEN
        RAISE EXCEPTION 'The request is decided' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_decided';
    END IF;
    -- A record that a first approval has chosen is chosen anew once that approval is taken back.
    IF TG_OP = 'UPDATE' AND OLD.patient_id IS NOT NULL AND NEW.patient_id IS DISTINCT FROM OLD.patient_id
            AND (OLD.state = 'AWAITING_SECOND_APPROVAL' AND NEW.state IN ('SUBMITTED', 'IN_REVIEW')
                 AND OLD.patient_birth_date IS NOT NULL AND NEW.patient_id IS NULL) IS NOT TRUE THEN
        RAISE EXCEPTION 'The patient is chosen' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_patient';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = 'AWAITING_SECOND_APPROVAL' AND NEW.state = 'APPROVED'
            AND (NEW.proposal, NEW.proposed_by) IS DISTINCT FROM (OLD.proposal, OLD.proposed_by) THEN
        RAISE EXCEPTION 'Not what the first person approved'
            USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_proposal';
    END IF;
    IF NEW.state = 'APPROVED' THEN
        deviations := proxy_request_deviations(NEW);
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state = 'APPROVED' AND (cardinality(deviations) > 0 OR NEW.proposal ->> 'override' IS NOT NULL)
            AND (OLD.state <> 'AWAITING_SECOND_APPROVAL' OR NEW.decided_by = NEW.proposed_by) THEN
        RAISE EXCEPTION 'A second person must agree' USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_second';
    END IF;
    IF cardinality(deviations) > 0
            AND (NEW.proposal -> 'deviations' @> to_jsonb(deviations)) IS NOT TRUE THEN
        RAISE EXCEPTION 'More than the first person approved'
            USING ERRCODE = '23514', CONSTRAINT = 'proxy_request_deviations';
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

-- A policy that is approved but does not count yet can be withdrawn: one person asks, another agrees. Until both have
-- said so, and once its day has come, it counts.
ALTER TABLE policy
    ADD COLUMN withdrawal_by      text,
    ADD COLUMN withdrawal_by_name text,
    ADD COLUMN withdrawal_at      timestamptz,
    ADD COLUMN withdrawal_reason  text,
    ADD COLUMN withdrawn_by       text,
    ADD COLUMN withdrawn_by_name  text,
    ADD COLUMN withdrawn_at       timestamptz,
    DROP CONSTRAINT policy_state_check,
    DROP CONSTRAINT policy_check2,
    ADD CHECK (state IN ('PATTERN', 'PROPOSED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
    ADD CHECK ((state IN ('APPROVED', 'DECLINED', 'WITHDRAWN')) = (decided_by IS NOT NULL)),
    ADD CHECK ((state = 'WITHDRAWN') = (withdrawn_by IS NOT NULL)),
    ADD CHECK (withdrawn_by IS NULL OR withdrawal_by IS NOT NULL AND withdrawn_by <> withdrawal_by);

-- Two people hold for whoever reaches the table: nobody who asks agrees in the same breath, and what has begun stays.
CREATE FUNCTION guard_policy_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'WITHDRAWN' AND (OLD.state <> 'APPROVED' OR OLD.effective_from <= clock_timestamp()
            OR (NEW.withdrawal_by, NEW.withdrawal_reason) IS DISTINCT FROM (OLD.withdrawal_by, OLD.withdrawal_reason)) THEN
        RAISE EXCEPTION 'A second person must agree before its day'
            USING ERRCODE = '23514', CONSTRAINT = 'policy_withdrawal';
    END IF;
    IF OLD.state = 'WITHDRAWN' THEN
        RAISE EXCEPTION 'A withdrawn policy stays so' USING ERRCODE = '23514', CONSTRAINT = 'policy_withdrawn';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER policy_withdrawal_guard BEFORE UPDATE ON policy
    FOR EACH ROW EXECUTE FUNCTION guard_policy_withdrawal();

GRANT UPDATE (withdrawal_by, withdrawal_by_name, withdrawal_at, withdrawal_reason, withdrawn_by, withdrawn_by_name,
              withdrawn_at) ON policy TO "${apiRole}";
