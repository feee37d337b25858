-- A hold against harm counts at once, for 24 hours; only its determiner, signed in, lets it stand as long as was wished.
ALTER TABLE result_hold
    ADD COLUMN wished_end        timestamptz, -- when it ends if it is confirmed; null where nobody need confirm
    ADD COLUMN wished_review     timestamptz,
    ADD COLUMN confirmed_at      timestamptz,
    ADD COLUMN confirmed_by      text,
    ADD COLUMN confirmed_by_name text,
    ADD CONSTRAINT result_hold_confirmable CHECK (
        determiner_id IS NULL OR basis <> 'PREVENTING_HARM' OR (wished_end IS NOT NULL AND wished_review IS NOT NULL)),
    ADD CONSTRAINT result_hold_unconfirmed CHECK (
        wished_end IS NULL OR confirmed_at IS NOT NULL OR ends_at <= placed_at + interval '24 hours'),
    ADD CONSTRAINT result_hold_confirmed CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL));

GRANT UPDATE (ends_at, review_at, confirmed_at, confirmed_by, confirmed_by_name) ON result_hold TO "${apiRole}";

-- The member of staff who can confirm what a clinician determined; null where nobody can.
CREATE FUNCTION hold_confirmer(determiner uuid) RETURNS text
LANGUAGE sql STABLE
RETURN (SELECT staff_user_id::text FROM clinician
        WHERE id = determiner AND clinician_standing(clinician) = 'COUNTS');
