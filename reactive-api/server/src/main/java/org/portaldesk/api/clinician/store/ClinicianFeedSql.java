package org.portaldesk.api.clinician.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * Puts a chunk of the feed's clinicians into the directory, with an event for each new or changed.
 */
final class ClinicianFeedSql {

    /**
     * {@code $2} is an array of {@code FeedClinicianRow}s; no id, license, NPI or member of staff
     * is in it twice. Whom an administrator has ended stays so, and a link that the feed does not
     * name stays, too.
     */
    static final String RECEIVE =
            """
            WITH incoming AS MATERIALIZED (
                SELECT place, decode(fingerprint, 'hex') AS fingerprint, fhir_id, given_name, family_name, sort_name,
                       license_number, license_state, npi, staff_user_id, active, counts_from, counts_until
                FROM jsonb_to_recordset($2::jsonb) AS given(
                    place integer, fingerprint text, fhir_id text, given_name text, family_name text, sort_name text,
                    license_number text, license_state text, npi text, staff_user_id uuid, active boolean,
                    counts_from timestamptz, counts_until timestamptz)),
            known AS MATERIALIZED (
                SELECT fhir_id, fingerprint, version, ended_at FROM clinician
                WHERE fhir_id IN (SELECT fhir_id FROM incoming)
                ORDER BY fhir_id
                FOR NO KEY UPDATE),
            taken AS (
                SELECT DISTINCT incoming.place
                FROM incoming
                JOIN clinician AS other
                  ON other.ended_at IS NULL AND other.fhir_id IS DISTINCT FROM incoming.fhir_id
                 AND ((other.license_state, other.license_number) = (incoming.license_state, incoming.license_number)
                      OR other.npi = incoming.npi OR other.staff_user_id = incoming.staff_user_id)
                LEFT JOIN known ON known.fhir_id = incoming.fhir_id
                WHERE known.ended_at IS NULL),
            fresh AS MATERIALIZED (
                SELECT incoming.* FROM incoming LEFT JOIN known USING (fhir_id)
                WHERE known.fingerprint IS DISTINCT FROM incoming.fingerprint
                  AND incoming.place NOT IN (SELECT place FROM taken)),
            saved AS (
                INSERT INTO clinician (fhir_id, given_name, family_name, sort_name, license_number, license_state, npi,
                                       staff_user_id, source, active, counts_from, counts_until, fingerprint)
                SELECT fhir_id, given_name, family_name, sort_name, license_number, license_state, npi, staff_user_id,
                       'FEED', active, coalesce(counts_from, timestamptz '1900-01-01 00:00Z'), counts_until, fingerprint
                FROM fresh
                ORDER BY fhir_id
                ON CONFLICT (fhir_id) DO UPDATE
                SET given_name = excluded.given_name, family_name = excluded.family_name,
                    sort_name = excluded.sort_name, license_number = excluded.license_number,
                    license_state = excluded.license_state, npi = excluded.npi,
                    staff_user_id = coalesce(excluded.staff_user_id, clinician.staff_user_id),
                    active = excluded.active, counts_from = excluded.counts_from,
                    counts_until = excluded.counts_until, fingerprint = excluded.fingerprint,
                    updated_at = clock_timestamp(), version = clinician.version + 1
                RETURNING new.id, new.fhir_id, new.version, old.id IS NULL AS created,
                    CASE WHEN old.id IS NOT NULL THEN <OLD> END AS before, <NEW> AS after),
            event AS (
                SELECT CASE WHEN created THEN 'CLINICIAN_ADDED' ELSE 'CLINICIAN_CHANGED' END AS act, 'DONE' AS outcome,
                       NULL::uuid AS patient_id, 'clinician' AS object_type, id::text AS object_id, 'FEED' AS reason,
                       before, after
                FROM saved),
            """
                            .replace("<OLD>", ClinicianSql.kept("old"))
                            .replace("<NEW>", ClinicianSql.kept("new"))
                    + AuditSql.AUDITED
                    + """
                    SELECT incoming.place,
                           CASE WHEN taken.place IS NOT NULL THEN 'CLINICIAN_TAKEN'
                                WHEN saved.created THEN 'CREATED'
                                WHEN saved.id IS NOT NULL THEN 'CHANGED'
                                ELSE 'UNCHANGED' END AS outcome,
                           coalesce(saved.version, known.version, 0) AS version
                    FROM incoming
                    LEFT JOIN taken USING (place)
                    LEFT JOIN saved USING (fhir_id)
                    LEFT JOIN known USING (fhir_id)
                    """;

    private ClinicianFeedSql() {}
}
