package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/** Letters of denial. */
final class DenialSql {

    /** What a letter needs, on record as written. $2 hold, $3 grant or null for the patient. */
    static final String WRITE =
            """
            WITH found AS (
                SELECT hold.id, hold.patient_id, hold.basis, hold.ends_at, hold.result_id, one.title,
                       coalesce(hold.ended_at, hold.ends_at) > statement_timestamp() AS stands,
                       CASE WHEN $3::uuid IS NULL THEN hold.from_patient
                            ELSE g.id IS NOT NULL AND (hold.from_proxies = 'ALL' OR g.id = ANY (hold.grants)) END AS against,
                       concat_ws(' ', nullif(patient.given_name, ''), nullif(patient.family_name, '')) AS patient_name,
                       patient.address_lines, patient.city, patient.state, patient.postal_code, patient.country,
                       <LANGUAGE> AS patient_language,
                       concat_ws(' ', nullif(person.given_name, ''), nullif(person.family_name, '')) AS proxy_name,
                       person.language AS proxy_language
                FROM result_hold AS hold
                JOIN result AS one ON one.id = hold.result_id
                JOIN patient ON patient.id = hold.patient_id
                LEFT JOIN proxy_grant AS g ON g.id = $3::uuid AND g.patient_id = hold.patient_id
                LEFT JOIN proxy_person AS person ON person.id = g.proxy_person_id
                WHERE hold.id = $2::uuid),
            judged AS (
                SELECT found.*, CASE WHEN NOT against THEN 'NOT_AGAINST_THEM'
                                     WHEN NOT stands THEN 'HOLD_ENDED'
                                     WHEN $3::uuid IS NOT NULL AND basis IN ('PRIVACY', 'CARE_ACCESS', 'SUBSTANCE_USE_PROGRAM') THEN 'LETTER_WOULD_TELL' END AS broken
                FROM found),
            event AS (
                SELECT 'DENIAL_LETTER_WRITTEN' AS act, CASE WHEN broken IS NULL THEN 'DONE' ELSE 'REFUSED' END AS outcome,
                       patient_id, 'result_hold' AS object_type, id::text AS object_id, broken AS reason,
                       NULL::jsonb AS before, jsonb_build_object('grant', $3::uuid) AS after
                FROM judged),
            """
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                    + AuditSql.AUDITED
                    + """
                    SELECT jsonb_build_object(
                               'broken', broken, 'basis', basis, 'endsAt', ends_at, 'now', statement_timestamp(),
                               'title', title,
                               'language', CASE WHEN $3::uuid IS NULL THEN patient_language ELSE proxy_language END,
                               'name', CASE WHEN $3::uuid IS NULL THEN patient_name ELSE proxy_name END,
                               'lines', CASE WHEN $3::uuid IS NULL THEN to_jsonb(address_lines) ELSE '[]' END,
                               'city', CASE WHEN $3::uuid IS NULL THEN city END,
                               'state', CASE WHEN $3::uuid IS NULL THEN state END,
                               'postalCode', CASE WHEN $3::uuid IS NULL THEN postal_code END,
                               'country', CASE WHEN $3::uuid IS NULL THEN country END)::text AS answer
                    FROM judged, audited
                    """;

    private DenialSql() {}
}
