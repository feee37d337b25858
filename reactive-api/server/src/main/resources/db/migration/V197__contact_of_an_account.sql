-- A contact that may not be the patient's alone opens no account, and a fresh one is reset by a second person:
-- docs/decisions/0118-contacts-of-accounts.md.

-- Addresses that end in the same mailbox: what stands behind a plus does not count, nor do the dots of Gmail's.
CREATE FUNCTION mailbox(address text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN split_part(lower(btrim(address)), '@', 2) IN ('gmail.com', 'googlemail.com')
            THEN replace(split_part(split_part(lower(btrim(address)), '@', 1), '+', 1), '.', '') || '@gmail.com'
            ELSE split_part(split_part(lower(btrim(address)), '@', 1), '+', 1) || '@'
                 || split_part(lower(btrim(address)), '@', 2) END;

-- What stands against an address for the account of a patient, as activation.model.CollisionGuard says it of the first one
-- on record; here of any, for a person may type another.
CREATE FUNCTION email_collisions(patient uuid, address text) RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN age(one.birth_date) < interval '18 years' AND (
                 EXISTS (SELECT FROM patient_related
                         WHERE patient_id = one.id AND mailbox(email_folded) = mailbox(address))
                 OR EXISTS (SELECT FROM proxy_grant JOIN proxy_person ON proxy_person.id = proxy_person_id
                            WHERE proxy_grant.patient_id = one.id AND mailbox(email) = mailbox(address)))
             THEN 'GUARDIANS_CONTACT' END,
        CASE WHEN (SELECT count(DISTINCT patient_id) FROM patient_contact
                   WHERE kind = 'EMAIL' AND folded = lower(btrim(address)) AND patient_id <> one.id) > 2
             THEN 'SHARED_BY_MANY' END,
        CASE WHEN EXISTS (SELECT FROM patient_contact
                          WHERE patient_id = one.id AND kind = 'EMAIL' AND folded = lower(btrim(address))
                            AND changed_at > statement_timestamp() - interval '7 days')
             THEN 'RECENTLY_CHANGED' END], NULL)
    FROM patient AS one WHERE one.id = patient
$$;

-- Where a code by this channel goes, as an override binds it; empty where nothing is sent.
CREATE FUNCTION contact_address(patient uuid, channel text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE channel
        WHEN 'EMAIL' THEN (SELECT folded FROM patient_contact
                           WHERE patient_id = one.id AND kind = 'EMAIL' ORDER BY place LIMIT 1)
        WHEN 'LETTER' THEN lower(concat_ws(', ', array_to_string(address_lines, ', '), city, one.state, postal_code, country))
        ELSE '' END
    FROM patient AS one WHERE one.id = patient
$$;

ALTER TABLE contact_override ADD COLUMN address text;
UPDATE contact_override SET address = contact_address(patient_id, channel) WHERE state IN ('REQUESTED', 'APPROVED');

-- E-mail addresses that a patient had before: they are told when an account is reset by a fresh one.
CREATE TABLE patient_contact_past (
    id         uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    patient_id uuid        NOT NULL REFERENCES patient ON DELETE CASCADE,
    value      text        NOT NULL,
    folded     text        COLLATE "C" NOT NULL,
    ended_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX patient_contact_past_by_patient ON patient_contact_past (patient_id, ended_at DESC);

CREATE FUNCTION keep_contact_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO patient_contact_past (patient_id, value, folded) VALUES (OLD.patient_id, OLD.value, OLD.folded);
    RETURN NULL;
END $$;

CREATE TRIGGER patient_contact_changed AFTER UPDATE ON patient_contact
    FOR EACH ROW WHEN (OLD.kind = 'EMAIL' AND OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION keep_contact_past();
CREATE TRIGGER patient_contact_gone AFTER DELETE ON patient_contact
    FOR EACH ROW WHEN (OLD.kind = 'EMAIL' AND pg_trigger_depth() = 0) EXECUTE FUNCTION keep_contact_past();

GRANT SELECT, INSERT ON patient_contact_past TO "${apiRole}";
