package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * Stores a chunk of the feed's observations in one statement, with one event for each that is new
 * or changed.
 */
final class ObservationSql {

    /** {@code $2} is an array of {@code FeedObservation}s; no id is in it twice. */
    private static final String INCOMING =
            """
            WITH incoming AS MATERIALIZED (
                SELECT place, decode(fingerprint, 'hex') AS fingerprint, fhir_id, patient_fhir_id, status, code_system,
                       code, title, effective, (value->>'number')::numeric AS value_number,
                       value->>'unit' AS value_unit, value->>'text' AS value_text,
                       nullif(components, '[]') AS components, <KEYS> AS codes, members,
                       categories, performers, words
                FROM jsonb_to_recordset($2::jsonb) AS given(
                    place integer, fingerprint text, fhir_id text, patient_fhir_id text, status text, code_system text,
                    code text, title text, effective timestamptz, value jsonb, components jsonb,
                    codes text[], members text[], categories text[], performers text[], words text[])),
            known AS MATERIALIZED (
                SELECT observation.fhir_id, observation.fingerprint, observation.version
                FROM observation
                WHERE observation.fhir_id IN (SELECT fhir_id FROM incoming)
                ORDER BY observation.fhir_id
                FOR NO KEY UPDATE),
            fresh AS MATERIALIZED (
                SELECT incoming.*, patient.id AS patient_id
                FROM incoming
                JOIN patient ON patient.fhir_id = incoming.patient_fhir_id
                LEFT JOIN known ON known.fhir_id = incoming.fhir_id
                WHERE known.fingerprint IS DISTINCT FROM incoming.fingerprint),
            """
                    .replace("<KEYS>", ReceiptSql.KEYS);

    private static final String SAVED =
            """
            saved AS (
                INSERT INTO observation (
                    fhir_id, patient_id, status, code_system, code, title, effective, value_number, value_unit,
                    value_text, components, fingerprint, codes, members, categories, performers, words)
                SELECT fhir_id, patient_id, status, code_system, code, title, effective, value_number, value_unit,
                       value_text, components, fingerprint, codes, members, categories, performers, words
                FROM fresh
                ORDER BY fhir_id
                ON CONFLICT (fhir_id) DO UPDATE
                SET patient_id = excluded.patient_id, status = excluded.status, code_system = excluded.code_system,
                    code = excluded.code, title = excluded.title, effective = excluded.effective,
                    value_number = excluded.value_number, value_unit = excluded.value_unit,
                    value_text = excluded.value_text, components = excluded.components,
                    codes = excluded.codes, members = excluded.members,
                    categories = excluded.categories, performers = excluded.performers, words = excluded.words,
                    fingerprint = excluded.fingerprint, updated_at = clock_timestamp(),
                    version = observation.version + 1
                RETURNING new.id, new.fhir_id, new.patient_id, new.version, new.status, old.id IS NULL AS created,
                          old.patient_id AS patient_before, old.status AS status_before),
            """;

    private static final String EVENT =
            """
            event AS (
                SELECT CASE WHEN created THEN 'OBSERVATION_CREATED' ELSE 'OBSERVATION_CHANGED' END AS act,
                       'DONE' AS outcome, patient_id, 'observation' AS object_type, id::text AS object_id,
                       NULL::text AS reason,
                       CASE WHEN NOT created THEN jsonb_strip_nulls(jsonb_build_object('status', status_before,
                           'patientId', nullif(patient_before, patient_id))) END AS before,
                       CASE WHEN NOT created THEN jsonb_build_object('status', status) END AS after
                FROM saved),
            """;

    static final String RECEIVE = INCOMING + SAVED + EVENT + AuditSql.AUDITED + ReceiptSql.ANSWER;

    private ObservationSql() {}
}
