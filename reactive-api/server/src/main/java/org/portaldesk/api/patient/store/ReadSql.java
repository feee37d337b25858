package org.portaldesk.api.patient.store;

import org.portaldesk.api.audit.AuditSql;

/** Reading one patient, or one field of one, each with its event. */
final class ReadSql {

    static final String READ =
            """
            WITH event AS (
                SELECT 'PATIENT_READ' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                       id::text AS object_id, NULL::text AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM patient WHERE id = $2),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT patient.*,
                           (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'use', use)
                                                      ORDER BY place), '[]')::text
                            FROM patient_contact WHERE patient_id = patient.id) AS contacts,
                           (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'relationship', relationship,
                                                      'phone', phone, 'email', email) ORDER BY place), '[]')::text
                            FROM patient_related WHERE patient_id = patient.id) AS related,
                    """
                    + AccountSql.COLUMNS
                    + "FROM audited CROSS JOIN patient\n"
                    + AccountSql.JOIN
                    + "WHERE patient.id = $2";

    /** {@code $3} is the field, {@code $4} the reason that was given. */
    static final String REVEAL =
            """
            WITH event AS (
                SELECT 'FIELD_REVEALED' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                       id::text AS object_id, $4::text AS reason, NULL::jsonb AS before,
                       jsonb_build_object('field', $3::text) AS after
                FROM patient WHERE id = $2),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT CASE $3::text
                           WHEN 'BIRTH_DATE' THEN birth_date::text
                           WHEN 'SSN_LAST4' THEN ssn_last4
                           WHEN 'ADDRESS' THEN nullif(concat_ws(', ', nullif(array_to_string(address_lines, ', '), ''),
                                city, concat_ws(' ', state, postal_code), country), '') END AS value
                    FROM audited CROSS JOIN patient
                    WHERE patient.id = $2
                    """;

    private ReadSql() {}
}
