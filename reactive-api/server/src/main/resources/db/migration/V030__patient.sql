-- The patient registry, as the EHR feed fills it. Names are kept as given and in a folded form for search.
CREATE TABLE patient (
    id                 uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    fhir_id            text        COLLATE "C" NOT NULL UNIQUE,
    mrn                text        COLLATE "C" NOT NULL UNIQUE,
    family_name        text        NOT NULL,
    given_name         text        NOT NULL,
    sort_name          text        COLLATE "C" NOT NULL, -- folded "family given", the order of lists
    birth_date         date        NOT NULL,
    sex                text,
    ssn_last4          text        CHECK (ssn_last4 ~ '^[0-9]{4}$'),
    language           text        NOT NULL,
    deceased           boolean     NOT NULL DEFAULT false,
    deceased_on        date,
    address_lines      text[]      NOT NULL DEFAULT '{}',
    city               text,
    state              text,
    postal_code        text,
    country            text,
    address_changed_at timestamptz,          -- null until it changes for the first time after the first feed
    fingerprint        bytea       NOT NULL, -- of what the feed said last: an equal one is "unchanged"
    created_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    version            integer     NOT NULL DEFAULT 1
);

CREATE INDEX patient_by_birth_date ON patient (birth_date, sort_name, id);
CREATE INDEX patient_by_sort_name ON patient (sort_name, id);

-- One row per word of any of a patient's names (former and married ones too), so that order does not matter.
CREATE TABLE patient_name (
    patient_id uuid NOT NULL REFERENCES patient ON DELETE CASCADE,
    word       text COLLATE "C" NOT NULL,
    PRIMARY KEY (word, patient_id)
);

CREATE INDEX patient_name_by_patient ON patient_name (patient_id, word);

-- Each word that occurs in names, under itself and under itself less one letter: see docs/decisions/0021-typing-errors-by-variants.md.
CREATE TABLE name_variant (
    variant text COLLATE "C" NOT NULL,
    word    text COLLATE "C" NOT NULL,
    PRIMARY KEY (variant, word)
);

-- Phones and e-mail addresses.
CREATE TABLE patient_contact (
    patient_id uuid        NOT NULL REFERENCES patient ON DELETE CASCADE,
    kind       text        NOT NULL CHECK (kind IN ('PHONE', 'EMAIL')),
    place      integer     NOT NULL, -- order in the feed; the first is the one to use
    value      text        NOT NULL,
    folded     text        COLLATE "C" NOT NULL, -- digits of a phone, lower case of an address
    use        text,
    changed_at timestamptz,          -- null for those of the first feed
    PRIMARY KEY (patient_id, kind, place)
);

CREATE INDEX patient_contact_by_folded ON patient_contact (kind, folded);
CREATE INDEX patient_contact_by_local_number ON patient_contact (right(folded, 7)) WHERE kind = 'PHONE';

-- Guardians, next of kin and others whom the record names beside the patient.
CREATE TABLE patient_related (
    patient_id   uuid    NOT NULL REFERENCES patient ON DELETE CASCADE,
    place        integer NOT NULL,
    name         text    NOT NULL,
    relationship text,            -- such as GUARDIAN, NEXT_OF_KIN
    phone        text,
    phone_folded text    COLLATE "C",
    email        text,
    email_folded text    COLLATE "C",
    PRIMARY KEY (patient_id, place)
);

GRANT SELECT, INSERT, UPDATE ON patient TO "${apiRole}";
GRANT SELECT, INSERT ON name_variant TO "${apiRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON patient_name, patient_contact, patient_related TO "${apiRole}";
