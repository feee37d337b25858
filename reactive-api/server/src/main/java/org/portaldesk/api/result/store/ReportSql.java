package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * Stores a chunk of the feed's reports in one statement, with one event for each that is new or
 * changed.
 */
final class ReportSql {

    /** {@code $2} is an array of {@code FeedReport}s; no id is in it twice. */
    private static final String INCOMING =
            """
            WITH incoming AS MATERIALIZED (
                SELECT place, decode(fingerprint, 'hex') AS fingerprint, fhir_id, patient_fhir_id, status, category,
                       code_system, code, title, effective, issued, performer, conclusion, observations,
                       <KEYS> AS codes, categories, performers, words
                FROM jsonb_to_recordset($2::jsonb) AS given(
                    place integer, fingerprint text, fhir_id text, patient_fhir_id text, status text, category text,
                    code_system text, code text, title text, effective timestamptz, issued timestamptz, performer text,
                    conclusion text, observations text[], codes text[], categories text[], performers text[],
                    words text[])),
            known AS MATERIALIZED (
                SELECT result.fhir_id, result.fingerprint, result.version
                FROM result
                WHERE result.fhir_id IN (SELECT fhir_id FROM incoming)
                ORDER BY result.fhir_id
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
                INSERT INTO result (
                    fhir_id, patient_id, status, category, code_system, code, title, effective, issued, performer,
                    conclusion, fingerprint, codes, categories, performers, words)
                SELECT fhir_id, patient_id, status, category, code_system, code, title, effective, issued, performer,
                       conclusion, fingerprint, codes, categories, performers, words
                FROM fresh
                ORDER BY fhir_id
                ON CONFLICT (fhir_id) DO UPDATE
                SET patient_id = excluded.patient_id, status = excluded.status, category = excluded.category,
                    code_system = excluded.code_system, code = excluded.code, title = excluded.title,
                    effective = excluded.effective, issued = excluded.issued, performer = excluded.performer,
                    conclusion = excluded.conclusion, fingerprint = excluded.fingerprint, codes = excluded.codes,
                    categories = excluded.categories, performers = excluded.performers,
                    words = excluded.words,
                    updated_at = clock_timestamp(), version = result.version + 1
                RETURNING new.id, new.fhir_id, new.patient_id, new.version, new.status, old.id IS NULL AS created,
                          old.patient_id AS patient_before, old.status AS status_before),
            part AS MATERIALIZED (
                SELECT saved.id AS result_id, observed.place, observed.fhir_id
                FROM saved JOIN fresh USING (fhir_id),
                     unnest(fresh.observations) WITH ORDINALITY AS observed(fhir_id, place)),
            part_kept AS (
                INSERT INTO result_observation (result_id, place, observation_fhir_id)
                SELECT result_id, place, fhir_id FROM part
                ON CONFLICT (result_id, place) DO UPDATE SET observation_fhir_id = excluded.observation_fhir_id),
            part_gone AS (
                DELETE FROM result_observation
                WHERE result_id IN (SELECT id FROM saved WHERE NOT created)
                  AND (result_id, place) NOT IN (SELECT result_id, place FROM part)),
            """;

    private static final String EVENT =
            """
            event AS (
                SELECT CASE WHEN created THEN 'RESULT_CREATED' ELSE 'RESULT_CHANGED' END AS act, 'DONE' AS outcome,
                       patient_id, 'result' AS object_type, id::text AS object_id, NULL::text AS reason,
                       CASE WHEN NOT created THEN jsonb_strip_nulls(jsonb_build_object('status', status_before,
                           'patientId', nullif(patient_before, patient_id))) END AS before,
                       jsonb_build_object('status', status) AS after
                FROM saved),
            """;

    static final String RECEIVE = INCOMING + SAVED + EVENT + AuditSql.AUDITED + ReceiptSql.ANSWER;

    private ReportSql() {}
}
