package org.portaldesk.api.patient.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * Puts a chunk of the feed's patients into the registry, in one statement with one event for each
 * patient who is new or changed. An event names the fields that changed and holds none of them.
 */
final class FeedSql {

    /**
     * {@code $2} is an array of {@code FeedRow}s with place and fingerprint; no id and no MRN is in
     * it twice. The rows are locked in the order of their ids, so that two feeds do not lock each
     * other out.
     */
    private static final String INCOMING =
            """
            WITH incoming AS MATERIALIZED (
                SELECT place, decode(fingerprint, 'hex') AS fingerprint, fhir_id, mrn, family_name, given_name,
                       sort_name, birth_date, sex, ssn_last4, language, deceased, deceased_on, address_lines, city,
                       state, postal_code, country, words, variants, contacts, related
                FROM jsonb_to_recordset($2::jsonb) AS given(
                    place integer, fingerprint text, fhir_id text, mrn text, family_name text, given_name text,
                    sort_name text, birth_date date, sex text, ssn_last4 text, language text, deceased boolean,
                    deceased_on date, address_lines text[], city text, state text, postal_code text, country text,
                    words text[], variants jsonb, contacts jsonb, related jsonb)),
            known AS MATERIALIZED (
                SELECT patient.fhir_id, patient.fingerprint, patient.version
                FROM patient
                WHERE patient.fhir_id IN (SELECT fhir_id FROM incoming)
                ORDER BY patient.fhir_id
                FOR NO KEY UPDATE),
            taken AS (
                SELECT incoming.place
                FROM incoming JOIN patient ON patient.mrn = incoming.mrn AND patient.fhir_id <> incoming.fhir_id),
            fresh AS MATERIALIZED (
                SELECT incoming.*
                FROM incoming LEFT JOIN known USING (fhir_id)
                WHERE known.fingerprint IS DISTINCT FROM incoming.fingerprint
                  AND incoming.place NOT IN (SELECT place FROM taken)),
            """;

    private static final String SAVED =
            """
            saved AS (
                INSERT INTO patient (
                    fhir_id, mrn, family_name, given_name, sort_name, birth_date, sex, ssn_last4, language, deceased,
                    deceased_on, address_lines, city, state, postal_code, country, fingerprint)
                SELECT fhir_id, mrn, family_name, given_name, sort_name, birth_date, sex, ssn_last4, language, deceased,
                       deceased_on, address_lines, city, state, postal_code, country, fingerprint
                FROM fresh
                ORDER BY fhir_id
                ON CONFLICT (fhir_id) DO UPDATE
                SET mrn = excluded.mrn, family_name = excluded.family_name, given_name = excluded.given_name,
                    sort_name = excluded.sort_name, birth_date = excluded.birth_date, sex = excluded.sex,
                    ssn_last4 = excluded.ssn_last4, language = excluded.language, deceased = excluded.deceased,
                    deceased_on = excluded.deceased_on, address_lines = excluded.address_lines, city = excluded.city,
                    state = excluded.state, postal_code = excluded.postal_code, country = excluded.country,
                    fingerprint = excluded.fingerprint, updated_at = clock_timestamp(), version = patient.version + 1,
                    address_changed_at = CASE
                        WHEN (patient.address_lines, patient.city, patient.state, patient.postal_code, patient.country)
                             IS DISTINCT FROM
                             (excluded.address_lines, excluded.city, excluded.state, excluded.postal_code, excluded.country)
                        THEN clock_timestamp()
                        ELSE patient.address_changed_at END
                RETURNING new.id, new.fhir_id, new.version, old.id IS NULL AS created,
                    array_remove(ARRAY[
                        CASE WHEN old.mrn IS DISTINCT FROM new.mrn THEN 'mrn' END,
                        CASE WHEN (old.family_name, old.given_name) IS DISTINCT FROM (new.family_name, new.given_name)
                             THEN 'name' END,
                        CASE WHEN old.birth_date IS DISTINCT FROM new.birth_date THEN 'birthDate' END,
                        CASE WHEN old.sex IS DISTINCT FROM new.sex THEN 'sex' END,
                        CASE WHEN old.ssn_last4 IS DISTINCT FROM new.ssn_last4 THEN 'ssnLast4' END,
                        CASE WHEN old.language IS DISTINCT FROM new.language THEN 'language' END,
                        CASE WHEN (old.deceased, old.deceased_on) IS DISTINCT FROM (new.deceased, new.deceased_on)
                             THEN 'deceased' END,
                        CASE WHEN old.address_changed_at IS DISTINCT FROM new.address_changed_at THEN 'address' END],
                        NULL) AS fields),
            """;

    /** Words of former names stay: people go on asking under them. */
    private static final String NAMES =
            """
            named AS (
                INSERT INTO patient_name (patient_id, word)
                SELECT saved.id, word
                FROM saved JOIN fresh USING (fhir_id), unnest(fresh.words) AS word
                ORDER BY saved.id, word
                ON CONFLICT DO NOTHING
                RETURNING patient_id),
            varied AS (
                INSERT INTO name_variant (variant, word)
                SELECT DISTINCT variant, word
                FROM saved JOIN fresh USING (fhir_id), jsonb_to_recordset(fresh.variants) AS v(variant text, word text)
                ORDER BY variant, word
                ON CONFLICT DO NOTHING),
            """;

    private static final String CONTACTS =
            """
            contact AS MATERIALIZED (
                SELECT saved.id AS patient_id, given.kind, given.place, given.value, given.folded, given.use,
                       CASE WHEN saved.created THEN NULL
                            WHEN before.patient_id IS NOT NULL THEN before.changed_at
                            ELSE clock_timestamp() END AS changed_at
                FROM saved JOIN fresh USING (fhir_id)
                CROSS JOIN LATERAL jsonb_to_recordset(fresh.contacts)
                    AS given(kind text, place integer, value text, folded text, use text)
                LEFT JOIN LATERAL (
                    SELECT patient_id, changed_at FROM patient_contact
                    WHERE patient_id = saved.id AND kind = given.kind AND folded = given.folded
                    LIMIT 1) AS before ON true),
            contact_before AS MATERIALIZED (
                SELECT patient_id, array_agg((kind, place, value, use)::text ORDER BY kind, place) AS list
                FROM patient_contact WHERE patient_id IN (SELECT id FROM saved WHERE NOT created) GROUP BY patient_id),
            contact_after AS (
                SELECT patient_id, array_agg((kind, place, value, use)::text ORDER BY kind, place) AS list
                FROM contact GROUP BY patient_id),
            contact_kept AS (
                INSERT INTO patient_contact (patient_id, kind, place, value, folded, use, changed_at)
                SELECT patient_id, kind, place, value, folded, use, changed_at FROM contact
                ON CONFLICT (patient_id, kind, place) DO UPDATE
                SET value = excluded.value, folded = excluded.folded, use = excluded.use,
                    changed_at = excluded.changed_at),
            contact_gone AS (
                DELETE FROM patient_contact
                WHERE patient_id IN (SELECT id FROM saved WHERE NOT created)
                  AND (patient_id, kind, place) NOT IN (SELECT patient_id, kind, place FROM contact)),
            """;

    private static final String RELATED =
            """
            person AS MATERIALIZED (
                SELECT saved.id AS patient_id, given.*
                FROM saved JOIN fresh USING (fhir_id)
                CROSS JOIN LATERAL jsonb_to_recordset(fresh.related) AS given(
                    place integer, name text, relationship text, phone text, phone_folded text, email text,
                    email_folded text)),
            person_before AS MATERIALIZED (
                SELECT patient_id, array_agg((place, name, relationship, phone, email)::text ORDER BY place) AS list
                FROM patient_related WHERE patient_id IN (SELECT id FROM saved WHERE NOT created) GROUP BY patient_id),
            person_after AS (
                SELECT patient_id, array_agg((place, name, relationship, phone, email)::text ORDER BY place) AS list
                FROM person GROUP BY patient_id),
            person_kept AS (
                INSERT INTO patient_related (
                    patient_id, place, name, relationship, phone, phone_folded, email, email_folded)
                SELECT patient_id, place, name, relationship, phone, phone_folded, email, email_folded FROM person
                ON CONFLICT (patient_id, place) DO UPDATE
                SET name = excluded.name, relationship = excluded.relationship, phone = excluded.phone,
                    phone_folded = excluded.phone_folded, email = excluded.email, email_folded = excluded.email_folded),
            person_gone AS (
                DELETE FROM patient_related
                WHERE patient_id IN (SELECT id FROM saved WHERE NOT created)
                  AND (patient_id, place) NOT IN (SELECT patient_id, place FROM person)),
            """;

    private static final String EVENT =
            """
            event AS (
                SELECT CASE WHEN saved.created THEN 'PATIENT_CREATED' ELSE 'PATIENT_CHANGED' END AS act,
                       'DONE' AS outcome, saved.id AS patient_id, 'patient' AS object_type,
                       saved.id::text AS object_id, NULL::text AS reason, NULL::jsonb AS before,
                       CASE WHEN saved.created THEN NULL
                            ELSE jsonb_build_object('fields', to_jsonb(saved.fields
                                || CASE WHEN saved.id IN (SELECT patient_id FROM named)
                                        THEN ARRAY['namesAskedUnder'] ELSE ARRAY[]::text[] END
                                || CASE WHEN contact_before.list IS DISTINCT FROM contact_after.list
                                        THEN ARRAY['contacts'] ELSE ARRAY[]::text[] END
                                || CASE WHEN person_before.list IS DISTINCT FROM person_after.list
                                        THEN ARRAY['related'] ELSE ARRAY[]::text[] END)) END AS after
                FROM saved
                LEFT JOIN contact_before ON contact_before.patient_id = saved.id
                LEFT JOIN contact_after ON contact_after.patient_id = saved.id
                LEFT JOIN person_before ON person_before.patient_id = saved.id
                LEFT JOIN person_after ON person_after.patient_id = saved.id),
            """;

    static final String RECEIVE =
            INCOMING
                    + SAVED
                    + NAMES
                    + CONTACTS
                    + RELATED
                    + EVENT
                    + AuditSql.AUDITED
                    + """
                    SELECT incoming.place,
                           CASE WHEN taken.place IS NOT NULL THEN 'MRN_TAKEN'
                                WHEN saved.created THEN 'CREATED'
                                WHEN saved.id IS NOT NULL THEN 'CHANGED'
                                ELSE 'UNCHANGED' END AS outcome,
                           coalesce(saved.version, known.version, 0) AS version
                    FROM incoming
                    LEFT JOIN taken USING (place)
                    LEFT JOIN saved USING (fhir_id)
                    LEFT JOIN known USING (fhir_id)
                    """;

    private FeedSql() {}
}
