package org.portaldesk.api.result.store;

/** What both statements have in common; at their end, what became of each row. */
final class ReceiptSql {

    static final String ANSWER =
            """
            SELECT incoming.place,
                   CASE WHEN patient.id IS NULL THEN 'UNKNOWN_PATIENT'
                        WHEN saved.created THEN 'CREATED'
                        WHEN saved.id IS NOT NULL THEN 'CHANGED'
                        ELSE 'UNCHANGED' END AS outcome,
                   coalesce(saved.version, known.version, 0) AS version
            FROM incoming
            LEFT JOIN patient ON patient.fhir_id = incoming.patient_fhir_id
            LEFT JOIN saved ON saved.fhir_id = incoming.fhir_id
            LEFT JOIN known ON known.fhir_id = incoming.fhir_id
            """;

    /** The keys of a row's codes, for {@code sensitive_code}. */
    static final String KEYS =
            "ARRAY(SELECT DISTINCT sensitive_key(code) FROM unnest(codes) AS code WHERE sensitive_key(code) IS NOT NULL)";

    private ReceiptSql() {}
}
