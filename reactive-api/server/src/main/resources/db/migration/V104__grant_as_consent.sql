-- Somebody who has access as a proxy need not be allowed to call once more.
ALTER TABLE verification
    DROP CONSTRAINT verification_consent_check,
    ADD CONSTRAINT verification_consent_check CHECK (consent IN ('SPOKEN_IN_CALL', 'FORM_ON_FILE', 'ACTIVE_GRANT'));
