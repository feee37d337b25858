package org.portaldesk.api.account.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements by which accounts are found. */
final class AccountSql {

    private static final String LINK =
            """
            SELECT patient.id AS patient_id, patient.deceased, account.keycloak_id, account.username, account.state,
                   account.disabled_reason, account.disabled_by_name, account.disabled_at,
                   account.id IS NULL AND EXISTS (
                       SELECT FROM activation_code
                       WHERE patient_id = patient.id AND state = 'ISSUED' AND expires_at > clock_timestamp()) AS pending
            FROM patient LEFT JOIN portal_account AS account ON account.patient_id = patient.id
            WHERE patient.id = %s::uuid
            """;

    /** $1 patient. */
    static final String ONE = LINK.formatted("$1");

    /** On record as read. $2 patient, $3 how the record names it. */
    static final String READ =
            "WITH found AS ("
                    + LINK.formatted("$2")
                    + """
                    ),
                    event AS (
                        SELECT $3::text AS act, 'DONE' AS outcome, patient_id, 'portal_account' AS object_type,
                               keycloak_id::text AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                        FROM found),
                    """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited";

    /**
     * Those of some users who have an account that staff have not closed, in their order. $1 users.
     */
    static final String OPEN_AMONG =
            """
            SELECT keycloak_id, patient_id
            FROM unnest($1::uuid[]) WITH ORDINALITY AS suspect(keycloak_id, place)
            JOIN portal_account USING (keycloak_id)
            WHERE state = 'ACTIVE' ORDER BY place
            """;

    /** Whose accounts some users are, on record as read. $2 users. */
    static final String OWNERS =
            """
            WITH found AS (
                SELECT account.keycloak_id, account.username, patient.id AS patient_id, patient.mrn,
                       concat_ws(', ', nullif(patient.family_name, ''), nullif(patient.given_name, '')) AS name
                FROM portal_account AS account JOIN patient ON patient.id = account.patient_id
                WHERE account.keycloak_id = ANY($2::uuid[])
                  AND patient.id NOT IN (SELECT closed_patient($1::jsonb))),
            event AS (
                SELECT 'ACCOUNTS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'portal_account' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('patients', (SELECT coalesce(jsonb_agg(patient_id), '[]') FROM found)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited";

    private AccountSql() {}
}
