-- Ways into the record for the privacy officer's desk: by address, by refusal, and from a patient to the lists that showed them.
CREATE INDEX audit_event_by_address ON audit_event (client_address, id DESC);
CREATE INDEX audit_event_refusals ON audit_event (id DESC) WHERE outcome = 'REFUSED';
CREATE INDEX audit_event_by_listed_patient ON audit_event USING gin ((after -> 'patients') jsonb_path_ops)
    WHERE after ? 'patients';
