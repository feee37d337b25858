package org.portaldesk.api.proxy.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/** The statements of what birthdays and policies will do. */
final class AgeOutSql {

    /** Parents' grants and the birthdays that change a band; {@code %s} is the zone's parameter. */
    private static final String AHEAD =
            """
            band AS (
                SELECT DISTINCT from_age, own_account, own_before
                FROM (SELECT policy.id, (value ->> 'fromAge')::int AS from_age,
                             (value ->> 'ownAccount')::boolean AS own_account,
                             lag((value ->> 'ownAccount')::boolean) OVER by_age AS own_before,
                             value -> 'parentalClass' IS DISTINCT FROM lag(value -> 'parentalClass') OVER by_age
                                 OR value -> 'areas' IS DISTINCT FROM lag(value -> 'areas') OVER by_age AS changes
                      FROM policy, jsonb_array_elements(policy.rules -> 'ageBands')
                      WHERE policy.state = 'APPROVED'
                        AND (policy.effective_from > statement_timestamp()
                             OR policy.id = (SELECT id FROM policy_at(statement_timestamp())))
                      WINDOW by_age AS (PARTITION BY policy.id ORDER BY (value ->> 'fromAge')::int)) AS bands
                WHERE from_age > 0 AND changes),
            ahead AS (
                SELECT g.id, g.patient_id, g.kind, g.access_class, g.overridden, g.areas, g.ends_at, patient.birth_date,
                       patient.family_name, patient.given_name, patient.language AS patient_language,
                       person.family_name AS proxy_family, person.given_name AS proxy_given, person.email,
                       person.language, address.value AS patient_email,
                       coalesce(address.folded = lower(person.email), false) AS shared, band.from_age, band.own_account,
                       band.own_account AND NOT coalesce(band.own_before, false) AS own_begins,
                       birthday.day + (extract(day FROM birthday.day) <> extract(day FROM patient.birth_date))::int
                           AS changes_on
                FROM proxy_grant AS g
                JOIN patient ON patient.id = g.patient_id
                JOIN proxy_person AS person ON person.id = g.proxy_person_id
                CROSS JOIN band
                CROSS JOIN LATERAL (
                    SELECT (patient.birth_date + make_interval(years => band.from_age))::date AS day) AS birthday
                LEFT JOIN LATERAL (
                    SELECT value, folded FROM patient_contact
                    WHERE patient_id = patient.id AND kind = 'EMAIL' ORDER BY place LIMIT 1) AS address ON true
                WHERE g.state <> 'ENDED' AND g.kind = 'MINOR' AND NOT patient.deceased
                  AND birthday.day >= (statement_timestamp() AT TIME ZONE %1$s::text)::date
                  AND birthday.day <= (statement_timestamp() AT TIME ZONE %1$s::text)::date + %2$s::int)
            """;

    /** $2 zone, $3 days, $4 and $5 after which, $6 how many, $7 only exceptions. */
    static final String LIST =
            "WITH "
                    + AHEAD.formatted("$2", "$3").strip()
                    + """
                    ,
                    found AS (
                        SELECT ahead.*, notice.noticed_at
                        FROM ahead LEFT JOIN proxy_notice AS notice
                            ON notice.grant_id = ahead.id AND notice.changes_on = ahead.changes_on
                        WHERE ahead.changes_on > (statement_timestamp() AT TIME ZONE $2::text)::date
                          AND ahead.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                          AND (ahead.ends_at IS NULL
                               OR ahead.ends_at > ahead.changes_on::timestamp AT TIME ZONE $2::text)
                          AND ($4::date IS NULL OR (ahead.changes_on, ahead.id) > ($4, $5::uuid))
                          AND (NOT $7::boolean OR overridden OR email IS NULL OR shared
                               OR own_account AND patient_email IS NULL)
                        ORDER BY ahead.changes_on, ahead.id LIMIT $6),
                    event AS (
                        SELECT 'AGE_OUTS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'proxy_grant' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM found)) AS after),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT found.id, found.patient_id, found.kind, found.access_class, found.overridden,
                           found.areas::text AS areas, found.ends_at, found.birth_date, found.family_name,
                           found.given_name, found.proxy_family, found.proxy_given, found.changes_on, found.from_age,
                           found.own_account, found.noticed_at, found.email IS NULL AS proxy_unreachable,
                           found.own_account AND found.patient_email IS NULL AS patient_unreachable, found.shared
                    FROM found, audited ORDER BY found.changes_on, found.id
                    """;

    /**
     * Tells those whom a birthday concerns, each once, however many instances do it at once. $2
     * zone, $3 days ahead.
     */
    static final String TELL =
            "WITH "
                    + AHEAD.formatted("$2", "$3").strip()
                    + """
                    ,
                    told AS (
                        INSERT INTO proxy_notice (grant_id, changes_on)
                        SELECT id, changes_on FROM ahead
                        WHERE changes_on > (statement_timestamp() AT TIME ZONE $2::text)::date
                        ORDER BY id, changes_on
                        ON CONFLICT DO NOTHING
                        RETURNING grant_id, changes_on),
                    concerned AS (
                        SELECT ahead.* FROM ahead
                        JOIN told ON told.grant_id = ahead.id AND told.changes_on = ahead.changes_on),
                    email AS (
                        SELECT 'PROXY_CHANGE_AHEAD' AS kind, email AS recipient, language, NULL::uuid AS patient_id,
                               NULL::uuid AS code_id, NULL::uuid AS code_request_id, '{}'::jsonb AS content
                        FROM concerned WHERE email IS NOT NULL
                        UNION ALL
                        SELECT DISTINCT 'OWN_RIGHTS_AHEAD', patient_email,
                               CASE WHEN patient_language ILIKE 'es%' THEN 'es' ELSE 'en' END, patient_id, NULL::uuid,
                               NULL::uuid, '{}'::jsonb
                        FROM concerned WHERE own_begins AND patient_email IS NOT NULL AND NOT shared),
                    <EMAIL_QUEUED>,
                    event AS (
                        SELECT 'PROXY_CHANGE_NOTICED' AS act, 'DONE' AS outcome, patient_id, 'proxy_grant' AS object_type,
                               id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('on', changes_on, 'age', from_age, 'proxyTold', email IS NOT NULL)
                                   AS after
                        FROM concerned),
                    """
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT count(*)::int AS told FROM told";

    /** Reminds proxies of papers that soon end, each once. $2 zone, $3 days ahead. */
    static final String REMIND =
            """
            WITH ending AS (
                SELECT g.id, g.patient_id, person.email, person.language,
                       (g.ends_at AT TIME ZONE $2::text)::date AS changes_on
                FROM proxy_grant AS g
                JOIN patient ON patient.id = g.patient_id
                JOIN proxy_person AS person ON person.id = g.proxy_person_id
                WHERE g.state = 'ACTIVE' AND NOT patient.deceased AND g.ends_at > statement_timestamp()
                  AND g.ends_at <= statement_timestamp() + make_interval(days => $3::int)),
            told AS (
                INSERT INTO proxy_notice (grant_id, changes_on)
                SELECT id, changes_on FROM ending ORDER BY id
                ON CONFLICT DO NOTHING
                RETURNING grant_id),
            concerned AS (SELECT ending.* FROM ending JOIN told ON told.grant_id = ending.id),
            email AS (
                SELECT 'PROXY_EXPIRY_AHEAD' AS kind, email AS recipient, language, NULL::uuid AS patient_id,
                       NULL::uuid AS code_id, NULL::uuid AS code_request_id, '{}'::jsonb AS content
                FROM concerned WHERE email IS NOT NULL),
            <EMAIL_QUEUED>,
            event AS (
                SELECT 'PROXY_CHANGE_NOTICED' AS act, 'DONE' AS outcome, patient_id, 'proxy_grant' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('on', changes_on, 'expires', true, 'proxyTold', email IS NOT NULL) AS after
                FROM concerned),
            """
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT count(*)::int AS told FROM told";

    /**
     * What a policy would change in the grants of today, each judged twice at the same moment. $2
     * policy, $3 zone, $4 how many to name.
     */
    static final String SIMULATE =
            """
            WITH tried AS (
                SELECT policy.id, policy.rules, greatest(policy.effective_from, statement_timestamp()) AS moment
                FROM policy WHERE id = $2::uuid),
            pair AS MATERIALIZED (
                SELECT now.grant_id, now.patient_id, now.proxy_person_id, now.access_class AS from_class,
                       next.access_class AS to_class, now.areas AS from_areas, next.areas AS to_areas
                FROM tried CROSS JOIN policy_at(statement_timestamp()) AS present
                CROSS JOIN LATERAL proxy_grant_at(tried.moment, $3::text, present.rules) AS now
                JOIN LATERAL proxy_grant_at(tried.moment, $3::text, tried.rules) AS next ON next.grant_id = now.grant_id
                WHERE now.access_class <> 'NONE' OR next.access_class <> 'NONE'),
            changed AS (
                SELECT pair.*,
                       least_areas(from_areas, to_areas) <> to_areas AS gains,
                       least_areas(from_areas, to_areas) <> from_areas AS loses
                FROM pair WHERE (from_class, from_areas) IS DISTINCT FROM (to_class, to_areas)),
            named AS (SELECT * FROM changed WHERE patient_id NOT IN (SELECT closed_patient($1::jsonb)) ORDER BY loses DESC, grant_id LIMIT $4::int),
            event AS (
                SELECT 'POLICY_SIMULATED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'policy' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('patients',
                           (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM named)) AS after
                FROM tried),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT tried.moment, (SELECT count(*) FROM pair)::int AS grants,
                           (SELECT count(*) FROM changed WHERE gains)::int AS gaining,
                           (SELECT count(*) FROM changed WHERE loses)::int AS losing,
                           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                   'grantId', grant_id, 'patientId', patient.id, 'patientFamily', patient.family_name,
                                   'patientGiven', patient.given_name, 'proxyFamily', person.family_name,
                                   'proxyGiven', person.given_name,
                                   'age', extract(year FROM age((tried.moment AT TIME ZONE $3::text)::date,
                                                                patient.birth_date))::int,
                                   'from', from_class, 'to', to_class, 'fromAreas', from_areas, 'toAreas', to_areas)
                               ORDER BY loses DESC, grant_id), '[]')::text
                            FROM named JOIN patient ON patient.id = named.patient_id
                            JOIN proxy_person AS person ON person.id = named.proxy_person_id) AS changes
                    FROM tried, audited
                    """;

    private AgeOutSql() {}
}
