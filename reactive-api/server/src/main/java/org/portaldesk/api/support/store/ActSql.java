package org.portaldesk.api.support.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/**
 * The statements of acts on accounts: one before Keycloak is asked, one after.
 *
 * @see "docs/decisions/0062-acts-on-accounts.md"
 */
final class ActSql {

    /** How long an act may be silent before recovery looks at it; longer than all its calls. */
    private static final String LEASE = "interval '45 seconds'";

    /** What an act is decided on. $1 patient, $2 verification. */
    static final String FACTS =
            """
            SELECT patient.id AS patient_id, clock_timestamp() AS now, patient.deceased, account.keycloak_id,
                   coalesce(account.state = 'DISABLED', false) AS closed,
                   (SELECT value FROM patient_contact WHERE patient_id = patient.id AND kind = 'EMAIL'
                    ORDER BY place LIMIT 1) AS email,
                   coalesce((SELECT changed_at > clock_timestamp() - interval '7 days' FROM patient_contact
                             WHERE patient_id = patient.id AND kind = 'EMAIL' ORDER BY place LIMIT 1), false) AS fresh,
                   verification.patient_id AS about, verification.agent, verification.acts, verification.opens_until,
                   EXISTS (SELECT FROM takeover_case
                           WHERE patient_id = patient.id AND takeover_case.state = 'OPEN') AS watched,
                   EXISTS (SELECT FROM account_act
                           WHERE patient_id = patient.id AND account_act.state = 'STARTED') AS busy,
                   EXISTS (SELECT FROM account_act
                           WHERE patient_id = patient.id AND account_act.state = 'STARTED' AND left_at IS NOT NULL) AS unsettled
            FROM patient
            LEFT JOIN portal_account AS account ON account.patient_id = patient.id
            LEFT JOIN verification ON verification.id = $2::uuid
            WHERE patient.id = $1::uuid
            """;

    /**
     * Begins an act; no row when something that it was decided on has changed. The account's row is
     * locked, so that a closing that has just ended is seen. $2 patient, $3 verification, $4 act,
     * $5 detail, $6 reason, $7 whether proxies end, $8 how the record names it, $9 the state that
     * our account must have, $10 whether it lets somebody in, which is never done for the dead.
     */
    static final String BEGIN =
            """
            WITH <CALLER>,
            account AS MATERIALIZED (
                SELECT id FROM portal_account WHERE patient_id = $2::uuid AND state = $9::text
                FOR NO KEY UPDATE),
            opened AS (
                SELECT verification.id FROM verification, caller
                WHERE verification.id = $3::uuid AND patient_id = $2::uuid AND agent = caller.id
                  AND state = 'PASSED' AND opens_until > clock_timestamp() AND $4::text = ANY(acts)),
            begun AS (
                INSERT INTO account_act (patient_id, verification_id, act, detail, reason, end_proxies, actor, actor_name,
                                         request_id, lease_until)
                SELECT $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::boolean, caller.id, caller.name,
                       $1::jsonb ->> 'requestId', clock_timestamp() + <LEASE>
                FROM caller
                WHERE NOT ($10::boolean AND EXISTS (SELECT FROM patient WHERE id = $2::uuid AND deceased))
                  AND ($3::uuid IS NULL OR EXISTS (SELECT FROM opened))
                  AND ($9::text IS NULL OR EXISTS (SELECT FROM account))
                ON CONFLICT (patient_id) WHERE state = 'STARTED' DO NOTHING
                RETURNING id, patient_id, verification_id, detail, reason, end_proxies),
            event AS (
                SELECT $8::text AS act, 'DONE' AS outcome, patient_id, 'account_act' AS object_type, id::text AS object_id,
                       reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('verification', verification_id, 'detail', detail,
                           'endProxies', nullif(end_proxies, false))) AS after
                FROM begun),
            """
                            .replace("<CALLER>", VerificationSql.CALLER)
                            .replace("<LEASE>", LEASE)
                    + AuditSql.AUDITED
                    + "SELECT id FROM begun";

    /**
     * Ends an act by what was read back, and tells the patient, at addresses of the last 30 days,
     * too; a closing takes others' access with it where that was wished, and tells them. No row
     * when recovery was faster. $2 act, $3 state, $4 what was read back, $5 how the record names
     * it, $6 DONE or REFUSED, $7 why not, $8 which e-mail; none goes to the dead.
     */
    static final String END =
            """
            WITH ended AS (
                UPDATE account_act
                SET state = $3::text, read_back = $4::text, ended_at = clock_timestamp()
                WHERE id = $2::uuid AND state = 'STARTED'
                RETURNING id, patient_id, verification_id, act, detail, reason, end_proxies, actor_name, ended_at),
            closed AS (
                UPDATE portal_account
                SET state = CASE ended.act WHEN 'DISABLE' THEN 'DISABLED' ELSE 'ACTIVE' END,
                    disabled_reason = CASE ended.act WHEN 'DISABLE' THEN ended.reason END,
                    disabled_by_name = CASE ended.act WHEN 'DISABLE' THEN ended.actor_name END,
                    disabled_at = CASE ended.act WHEN 'DISABLE' THEN ended.ended_at END,
                    version = version + 1
                FROM ended
                WHERE portal_account.patient_id = ended.patient_id AND $3::text = 'DONE'
                  AND ended.act IN ('DISABLE', 'ENABLE')),
            withdrawn AS (
                UPDATE proxy_grant
                SET state = 'ENDED', ended_at = ended.ended_at, ended_by = ended.actor_name,
                    end_reason = 'ACCOUNT_DISABLED', version = version + 1
                FROM ended
                WHERE proxy_grant.patient_id = ended.patient_id AND proxy_grant.state <> 'ENDED'
                  AND $3::text = 'DONE' AND ended.act = 'DISABLE' AND ended.end_proxies
                RETURNING proxy_grant.id, proxy_grant.patient_id, proxy_person_id),
            email AS (
                (SELECT $8::text AS kind, address.value AS recipient, <LANGUAGE> AS language, patient.id AS patient_id,
                        NULL::uuid AS code_id, NULL::uuid AS code_request_id, '{}'::jsonb AS content
                 FROM ended JOIN patient ON patient.id = ended.patient_id
                 JOIN patient_contact AS address ON address.patient_id = patient.id AND address.kind = 'EMAIL'
                 WHERE $8::text IS NOT NULL AND NOT patient.deceased
                 ORDER BY address.place LIMIT 1)
                UNION ALL
                SELECT $8::text, past.value, <LANGUAGE>, patient.id, NULL, NULL, '{}'
                FROM ended JOIN patient ON patient.id = ended.patient_id
                CROSS JOIN LATERAL (
                    SELECT DISTINCT ON (folded) value, folded FROM patient_contact_past
                    WHERE patient_id = patient.id AND ended_at > clock_timestamp() - interval '30 days'
                    ORDER BY folded, ended_at DESC LIMIT 5) AS past
                WHERE $8::text IS NOT NULL AND NOT patient.deceased
                  AND NOT EXISTS (SELECT FROM patient_contact
                                  WHERE patient_id = patient.id AND kind = 'EMAIL' AND folded = past.folded)
                UNION ALL
                SELECT 'PROXY_ACCESS_ENDED', person.email, person.language, NULL, NULL, NULL, '{}'
                FROM withdrawn JOIN proxy_person AS person ON person.id = withdrawn.proxy_person_id
                WHERE person.email IS NOT NULL),
            <EMAIL_QUEUED>,
            event AS (
                SELECT $5::text AS act, $6::text AS outcome, patient_id, 'account_act' AS object_type, id::text AS object_id,
                       coalesce($7::text, reason) AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('verification', verification_id, 'detail', detail,
                           'readBack', $4::text)) AS after
                FROM ended
                UNION ALL
                SELECT 'PROXY_GRANT_ENDED', 'DONE', patient_id, 'proxy_grant', id::text, 'ACCOUNT_DISABLED', NULL,
                       '{"state": "ENDED"}'
                FROM withdrawn),
            """
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM ended";

    /**
     * Begins to close the accounts of those who have died since; the next round of recovery does
     * it. $2 how many.
     */
    static final String CLOSE_DEAD =
            """
            WITH <CALLER>,
            account AS MATERIALIZED (
                SELECT patient_id FROM portal_account WHERE closing_due AND state = 'ACTIVE'
                ORDER BY id LIMIT $2::int
                FOR NO KEY UPDATE SKIP LOCKED),
            begun AS (
                INSERT INTO account_act (patient_id, act, reason, actor, actor_name, request_id, lease_until)
                SELECT patient_id, 'DISABLE', 'DECEASED', caller.id, caller.name, $1::jsonb ->> 'requestId',
                       clock_timestamp()
                FROM account, caller
                ON CONFLICT (patient_id) WHERE state = 'STARTED' DO NOTHING
                RETURNING id, patient_id, reason),
            event AS (
                SELECT 'DISABLE_BEGUN' AS act, 'DONE' AS outcome, patient_id, 'account_act' AS object_type,
                       id::text AS object_id, reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM begun),
            """
                            .replace("<CALLER>", VerificationSql.CALLER)
                    + AuditSql.AUDITED
                    + "SELECT id FROM begun";

    /** Takes over what nobody has ended, for a while. $1 how many. */
    static final String TAKE =
            """
            WITH due AS MATERIALIZED (
                SELECT id FROM account_act
                WHERE state = 'STARTED' AND lease_until <= now()
                ORDER BY lease_until LIMIT $1::int
                FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE account_act SET lease_until = clock_timestamp() + interval '10 seconds'
            FROM due
            WHERE account_act.id = due.id
            RETURNING account_act.id, account_act.patient_id, account_act.act, account_act.detail,
                      (SELECT keycloak_id FROM portal_account
                       WHERE portal_account.patient_id = account_act.patient_id) AS keycloak_id
            """;

    /** Nobody knows how it came out: recovery looks at once. $1 act. */
    static final String LEAVE =
            """
            UPDATE account_act SET left_at = clock_timestamp(), lease_until = clock_timestamp()
            WHERE id = $1::uuid AND state = 'STARTED'
            """;

    private ActSql() {}
}
