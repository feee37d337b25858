package org.portaldesk.api.patient.store;

import org.portaldesk.api.audit.AuditSql;

/** Reading one patient, or one field of one, each with its event. */
final class ReadSql {

    /** Says whether a verification that the caller has passed opens the account now. */
    static final String READ =
            """
            WITH proven AS MATERIALIZED (
                SELECT EXISTS (SELECT FROM verification
                               WHERE patient_id = $2 AND agent = $1::jsonb ->> 'id' AND state = 'PASSED'
                                 AND opens_until > statement_timestamp()) AS so),
            event AS (
                SELECT 'PATIENT_READ' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                       id::text AS object_id, NULL::text AS reason, NULL::jsonb AS before,
                       CASE WHEN proven.so THEN '{"shown": ["PHONE", "EMAIL", "MRN"]}'::jsonb END AS after
                FROM patient, proven WHERE id = $2),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT patient.*, (SELECT so FROM proven) AS proven,
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

    /**
     * {@code $3} is the field, {@code $4} the reason that was given. Whoever is verifying a caller
     * now has seen too much to go on: the verification ends.
     */
    static final String REVEAL =
            """
            WITH ended AS (
                UPDATE verification SET state = 'ABANDONED', ended_at = clock_timestamp(), version = version + 1
                WHERE patient_id = $2 AND agent = $1::jsonb ->> 'id' AND state = 'OPEN'
                RETURNING id, patient_id),
            event AS (
                SELECT 'FIELD_REVEALED' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                       id::text AS object_id, $4::text AS reason, NULL::jsonb AS before,
                       jsonb_build_object('field', $3::text) AS after
                FROM patient WHERE id = $2
                UNION ALL
                SELECT 'VERIFICATION_ABANDONED', 'DONE', patient_id, 'verification', id::text, 'FIELD_REVEALED',
                       '{"state": "OPEN"}', '{"state": "ABANDONED"}'
                FROM ended),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT CASE $3::text
                           WHEN 'BIRTH_DATE' THEN birth_date::text
                           WHEN 'SSN_LAST4' THEN ssn_last4
                           WHEN 'ADDRESS' THEN nullif(concat_ws(', ', nullif(array_to_string(address_lines, ', '), ''),
                                city, concat_ws(' ', state, postal_code), country), '')
                           WHEN 'MRN' THEN mrn
                           ELSE (SELECT string_agg(contact.value, ', ' ORDER BY contact.place)
                                 FROM patient_contact AS contact
                                 WHERE contact.patient_id = patient.id AND contact.kind = $3::text) END AS value
                    FROM patient
                    WHERE patient.id = $2 AND EXISTS (SELECT FROM audited)
                    """;

    private ReadSql() {}
}
