package org.portaldesk.api.proxy.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * What people at the portal see and do. Their {@code $1} names them by the subject of their token.
 */
final class PortalSql {

    private static final String MINE =
            """
            me AS (
                SELECT account.id, account.patient_id, person.id AS person_id
                FROM portal_account AS account
                LEFT JOIN proxy_person AS person
                    ON person.id = account.proxy_person_id OR person.patient_id = account.patient_id
                WHERE account.keycloak_id = ($1::jsonb ->> 'id')::uuid AND account.state = 'ACTIVE')
            """;

    /** Whom the caller may see now: themselves, and by {@code proxy_access} others. $2 zone. */
    private static final String VISIBLE =
            """
            visible AS (
                SELECT patient.id, family_name, given_name, birth_date, true AS self, NULL AS access_class,
                       '{}'::jsonb AS areas
                FROM patient JOIN me ON me.patient_id = patient.id WHERE NOT deceased
                UNION ALL
                SELECT patient.id, family_name, given_name, birth_date, false, access.access_class, access.areas
                FROM proxy_access(($1::jsonb ->> 'id')::uuid, $2::text) AS access
                JOIN patient ON patient.id = access.patient_id)
            """;

    /** $2 zone. */
    static final String PATIENTS =
            "WITH "
                    + MINE.strip()
                    + ",\n"
                    + VISIBLE.strip()
                    + """
                    ,
                    event AS (
                        SELECT 'PORTAL_PATIENTS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'patient' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('patients',
                                   (SELECT coalesce(jsonb_agg(id), '[]') FROM visible)) AS after),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT visible.id, family_name, given_name, birth_date, self, access_class, areas::text
                    FROM visible, audited ORDER BY self DESC, family_name, given_name, visible.id
                    """;

    /**
     * No row for whom the caller may not see, known or not; either way on record. $2 zone, $3
     * patient.
     */
    static final String PATIENT =
            "WITH "
                    + MINE.strip()
                    + ",\n"
                    + VISIBLE.strip()
                    + """
                    ,
                    wanted AS (SELECT * FROM visible WHERE id = $3::uuid ORDER BY self DESC LIMIT 1),
                    event AS (
                        SELECT 'PORTAL_PATIENT_READ' AS act,
                               CASE WHEN EXISTS (SELECT FROM wanted) THEN 'DONE' ELSE 'REFUSED' END AS outcome,
                               (SELECT id FROM patient WHERE id = $3::uuid) AS patient_id, 'patient' AS object_type,
                               $3::uuid::text AS object_id,
                               CASE WHEN NOT EXISTS (SELECT FROM wanted) THEN 'NO_ACCESS' END AS reason,
                               NULL::jsonb AS before,
                               (SELECT jsonb_build_object('accessClass', access_class) FROM wanted) AS after),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT wanted.id, family_name, given_name, birth_date, self, access_class, areas::text
                    FROM wanted, audited
                    """;

    private static final String GRANT =
            """
            SELECT g.id, now.state, now.access_class, now.areas::text, g.relationship, g.expires_on,
                   CASE now.state WHEN 'ACTIVE' THEN g.patient_id END AS patient_id, patient.family_name,
                   patient.given_name
            FROM me JOIN proxy_grant AS g ON g.proxy_person_id = me.person_id
            JOIN patient ON patient.id = g.patient_id
            CROSS JOIN policy_at(statement_timestamp()) AS policy
            JOIN LATERAL proxy_grant_at(statement_timestamp(), $2::text, policy.rules) AS now ON now.grant_id = g.id
            """;

    /** $2 zone. */
    static final String GRANTS =
            "WITH "
                    + MINE.strip()
                    + ",\nmine AS ("
                    + GRANT
                    + """
                    WHERE now.state <> 'ENDED' AND now.permitted),
                    event AS (
                        SELECT 'PORTAL_GRANTS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'proxy_grant' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('grants', (SELECT coalesce(jsonb_agg(id), '[]') FROM mine)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT mine.* FROM mine, audited ORDER BY mine.id";

    /** Without an event: for the answer to an act. $1 caller, $2 zone, $3 grant. */
    static final String GRANT_OF_MINE =
            "WITH "
                    + MINE.strip()
                    + "\n"
                    + GRANT
                    + "WHERE g.id = $3::uuid AND now.permitted AND now.state <> 'ENDED'";

    /**
     * Compares the birth date, counts, confirms or ends. No row when the caller has no such grant
     * to confirm. $2 zone, $3 grant, $4 birth date, $5 how many wrong ones end it.
     */
    static final String CONFIRM =
            "WITH "
                    + MINE.strip()
                    + """
                    ,
                    tried AS MATERIALIZED (
                        SELECT g.id, g.patient_id, g.wrong_birth_dates + 1 >= $5::int AS last,
                               sha256(patient.birth_date::text::bytea) = sha256($4::date::text::bytea) AS fits
                        FROM me JOIN proxy_grant AS g ON g.proxy_person_id = me.person_id
                        JOIN patient ON patient.id = g.patient_id
                        CROSS JOIN policy_at(statement_timestamp()) AS policy
                        JOIN LATERAL proxy_grant_at(statement_timestamp(), $2::text, policy.rules) AS now
                            ON now.grant_id = g.id
                        WHERE g.id = $3::uuid AND g.state = 'PENDING_CONFIRMATION' AND now.state <> 'ENDED'
                          AND now.permitted
                        FOR NO KEY UPDATE OF g),
                    changed AS (
                        UPDATE proxy_grant
                        SET state = CASE WHEN fits THEN 'ACTIVE' WHEN last THEN 'ENDED' ELSE state END,
                            confirmed_at = CASE WHEN fits THEN clock_timestamp() END,
                            wrong_birth_dates = wrong_birth_dates + (NOT fits)::int,
                            ended_at = CASE WHEN NOT fits AND last THEN clock_timestamp() END,
                            end_reason = CASE WHEN NOT fits AND last THEN 'CONFIRMATION_FAILED' END,
                            version = version + 1
                        FROM tried WHERE proxy_grant.id = tried.id AND state = 'PENDING_CONFIRMATION'
                        RETURNING proxy_grant.id, proxy_grant.patient_id, state, fits),
                    event AS (
                        SELECT 'PROXY_GRANT_CONFIRMED' AS act, CASE WHEN fits THEN 'DONE' ELSE 'REFUSED' END AS outcome,
                               patient_id, 'proxy_grant' AS object_type, id::text AS object_id,
                               CASE WHEN NOT fits THEN 'WRONG_BIRTH_DATE' END AS reason,
                               '{"state": "PENDING_CONFIRMATION"}'::jsonb AS before,
                               jsonb_build_object('state', state) AS after
                        FROM changed),
                    """
                    + AuditSql.AUDITED
                    + "SELECT fits FROM changed";

    private PortalSql() {}
}
