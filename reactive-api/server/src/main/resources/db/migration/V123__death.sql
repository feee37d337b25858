-- Death on record closes the account: the row is marked by the change itself, whoever makes it, and a round closes it in Keycloak.
ALTER TABLE portal_account ADD COLUMN closing_due boolean NOT NULL DEFAULT false;

UPDATE portal_account SET closing_due = true
FROM patient WHERE patient.id = portal_account.patient_id AND patient.deceased;

CREATE INDEX portal_account_closing ON portal_account (id) WHERE closing_due AND state = 'ACTIVE';

CREATE FUNCTION mark_account_at_death() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE portal_account SET closing_due = NEW.deceased WHERE patient_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER patient_death AFTER UPDATE OF deceased ON patient
    FOR EACH ROW WHEN (OLD.deceased IS DISTINCT FROM NEW.deceased) EXECUTE FUNCTION mark_account_at_death();

-- An account that was begun before the death and made after it.
CREATE FUNCTION mark_account_of_the_dead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.closing_due := EXISTS (SELECT FROM patient WHERE id = NEW.patient_id AND deceased);
    RETURN NEW;
END $$;

CREATE TRIGGER account_of_the_dead BEFORE INSERT ON portal_account
    FOR EACH ROW EXECUTE FUNCTION mark_account_of_the_dead();
