package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.proxy.Proxies;

/** What people at the portal read, and why. */
final class ReadingSql {

    /**
     * Judges, reads, remembers the first sight and writes the record in one. One row: whether the
     * caller may see this patient's results at all, and a page of them. {@code $2} zone, {@code $3}
     * patient or null for the caller's own, {@code $4} and {@code $5} before which, {@code $6}
     * rows, {@code $7} the page's size.
     */
    static final String PAGE =
            """
            WITH access AS MATERIALIZED (
                SELECT patient.id AS patient_id, NULL::uuid AS grant_id
                FROM portal_account AS account JOIN patient ON patient.id = account.patient_id
                WHERE account.keycloak_id = ($1::jsonb ->> 'id')::uuid AND account.state = 'ACTIVE'
                  AND NOT patient.deceased AND ($3::uuid IS NULL OR patient.id = $3::uuid)
                UNION ALL
                SELECT given.patient_id, given.grant_id FROM <ACCESS> AS given
                WHERE given.patient_id = $3::uuid AND given.areas ? 'RESULTS'
                LIMIT 1),
            hidden AS MATERIALIZED (
                SELECT ARRAY(SELECT jsonb_array_elements_text(rules -> 'sensitiveTags')) AS tags
                FROM policy_at(statement_timestamp())),
            found AS MATERIALIZED (
                SELECT one.id, one.title, one.category, one.status, one.issued, one.conclusion, access.grant_id,
                       coalesce(one.issued, one.received_at) AS place
                FROM access
                CROSS JOIN hidden
                JOIN result_release_at(statement_timestamp()) AS release ON release.patient_id = access.patient_id
                JOIN result AS one ON one.id = release.result_id
                WHERE release.state IN ('RELEASED', 'HELD') AND NOT release.delayed
                  AND CASE WHEN release.hold_id IS NULL THEN true
                           WHEN access.grant_id IS NULL THEN NOT release.from_patient
                           ELSE release.from_proxies <> 'ALL' AND access.grant_id <> ALL (release.grants) END
                  AND (access.grant_id IS NULL
                       OR result_consented_at(one.id, access.grant_id, statement_timestamp())
                       OR NOT result_tags_at(one.id, one.code, statement_timestamp()) && hidden.tags)
                  AND ($4::timestamptz IS NULL
                       OR (coalesce(one.issued, one.received_at), one.id) < ($4::timestamptz, $5::uuid))
                ORDER BY place DESC, one.id DESC LIMIT $6::int),
            page AS MATERIALIZED (SELECT * FROM found ORDER BY place DESC, id DESC LIMIT $7::int),
            seen AS (
                INSERT INTO result_seen (result_id, viewer, viewer_name, grant_id)
                SELECT page.id, caller.id, caller.name, page.grant_id
                FROM page, jsonb_to_record($1::jsonb) AS caller(id uuid, name text)
                ORDER BY page.id
                ON CONFLICT DO NOTHING),
            event AS (
                SELECT 'PORTAL_RESULTS_LISTED' AS act,
                       CASE WHEN EXISTS (SELECT FROM access) THEN 'DONE' ELSE 'REFUSED' END AS outcome,
                       coalesce((SELECT patient_id FROM access), (SELECT id FROM patient WHERE id = $3::uuid)) AS patient_id,
                       'result' AS object_type, NULL AS object_id,
                       CASE WHEN NOT EXISTS (SELECT FROM access) THEN 'NO_ACCESS' END AS reason, NULL::jsonb AS before,
                       jsonb_build_object('grant', (SELECT grant_id FROM access),
                           'results', (SELECT coalesce(jsonb_agg(id), '[]') FROM page)) AS after),
            """
                            .replace("<ACCESS>", Proxies.ACCESS_OF_CALLER.formatted("$2"))
                    + AuditSql.AUDITED
                    + """
                    SELECT jsonb_build_object(
                               'permitted', EXISTS (SELECT FROM access),
                               'proxy', EXISTS (SELECT FROM access WHERE grant_id IS NOT NULL),
                               'rows', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                            'place', place,
                                            'result', jsonb_build_object(
                                                'id', id, 'title', title, 'category', category,
                                                'corrected', status IN ('corrected', 'amended', 'appended'),
                                                'issued', issued, 'conclusion', conclusion,
                                                'values', result_values(id)))
                                            ORDER BY place DESC, id DESC), '[]')
                                        FROM found))::text AS answer
                    FROM audited
                    """;

    /**
     * The facts of one result and one viewer at a moment, on record as read; no row unless the
     * result was this patient's. {@code $2} patient, {@code $3} result, {@code $4} grant, or null
     * for the patient and all grants of that moment, {@code $5} moment or null for now, {@code $6}
     * zone.
     */
    static final String FACTS =
            """
            WITH asked AS (SELECT coalesce($5::timestamptz, statement_timestamp()) AS at),
            facts AS (
                SELECT one.id, asked.at, coalesce(past.status, one.status) AS status,
                       CASE WHEN past.until IS NULL THEN one.category ELSE past.category END AS category,
                       CASE WHEN past.until IS NULL THEN one.code ELSE past.code END AS code,
                       coalesce(past.finalised_at, result_finalised_at(one)) AS finalised_at, one.received_at,
                       one.retracted_at, one.released_early_at
                FROM asked
                JOIN result AS one ON one.id = $3::uuid
                LEFT JOIN LATERAL (
                    SELECT * FROM result_past WHERE result_id = one.id AND until > asked.at
                    ORDER BY until LIMIT 1) AS past ON true
                WHERE coalesce(past.patient_id, one.patient_id) = $2::uuid AND asked.at <= statement_timestamp()),
            viewer AS (
                SELECT g.id, concat_ws(', ', nullif(person.family_name, ''), nullif(person.given_name, '')) AS name,
                       result_grant_gives(g, facts.at, $6::text) AS results,
                       result_consented_at(facts.id, g.id, facts.at) AS consented
                FROM facts
                JOIN proxy_grant AS g ON g.patient_id = $2::uuid AND g.started_at <= facts.at
                    AND CASE WHEN $4::uuid IS NULL THEN coalesce(g.ended_at > facts.at, true) ELSE g.id = $4::uuid END
                JOIN proxy_person AS person ON person.id = g.proxy_person_id),
            event AS (
                SELECT 'RESULT_VISIBILITY_READ' AS act, 'DONE' AS outcome, $2::uuid AS patient_id,
                       'result' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('grant', $4::uuid, 'at', at) AS after
                FROM facts),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT jsonb_build_object(
                        'at', at,
                        'patientName', (SELECT concat_ws(', ', nullif(family_name, ''), nullif(given_name, ''))
                                        FROM patient WHERE patient.id = $2::uuid),
                        'grants', (SELECT coalesce(jsonb_agg(to_jsonb(viewer) ORDER BY viewer.id), '[]') FROM viewer),
                        'hiddenTags', (SELECT rules -> 'sensitiveTags' FROM policy_at(facts.at)),
                        'facts', jsonb_build_object(
                            'receivedAt', received_at, 'status', status, 'category', category, 'code', code,
                            'finalisedAt', finalised_at, 'retractedAt', retracted_at,
                            'releasedEarlyAt', released_early_at, 'tags', to_jsonb(result_tags_at(facts.id, code, at)),
                            'facilityState', (SELECT value #>> '{}' FROM setting
                                              WHERE name = 'facility.state' AND effective_from <= at
                                              ORDER BY effective_from DESC LIMIT 1),
                            'rules', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                          'statute', statute, 'state', state, 'categories', categories, 'codes', codes,
                                          'hours', hours, 'earlyRelease', early_release,
                                          'effectiveFrom', effective_from, 'effectiveTo', effective_to)), '[]')
                                      FROM release_rule),
                            'holds', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                          'basis', basis, 'fromPatient', from_patient,
                                          'fromAllProxies', from_proxies = 'ALL', 'grants', grants,
                                          'placedAt', placed_at, 'until', coalesce(ended_at, ends_at))
                                          ORDER BY placed_at DESC), '[]')
                                      FROM result_hold WHERE result_id = facts.id)))::text AS answer
                    FROM facts, audited
                    """;

    private ReadingSql() {}
}
