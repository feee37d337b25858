package org.portaldesk.api.staff.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * Locks of staff, as the audit log has them from Keycloak.
 *
 * @see "docs/decisions/0131-a-supervisor-releases-staff.md"
 */
final class StaffLockSql {

    /**
     * Whoever was locked out within the hour and not released since, by when it happened. Ids of
     * Keycloak that are no UUIDs are none of ours.
     */
    private static final String LOCKED =
            """
            hour AS MATERIALIZED (
                SELECT * FROM audit_event
                WHERE id > (SELECT uuidv7(interval '-1 hour'))
                  AND act IN ('STAFF_LOCKED_OUT', 'STAFF_UNLOCKED', 'STAFF_LOCK_RELEASED')),
            locked AS MATERIALIZED (
                SELECT object_id::uuid AS person_id, max(actor_name) AS name, max(actor_username) AS username,
                       max(happened_at) AS locked_at,
                       coalesce(array_agg(DISTINCT host(client_address)) FILTER (WHERE client_address IS NOT NULL), '{}') AS addresses
                FROM (SELECT *, coalesce((after ->> 'at')::timestamptz, occurred_at) AS happened_at FROM hour) AS told
                WHERE act = 'STAFF_LOCKED_OUT' AND pg_input_is_valid(object_id, 'uuid')
                  AND NOT EXISTS (
                      SELECT FROM hour AS later
                      WHERE later.object_id = told.object_id AND later.act <> 'STAFF_LOCKED_OUT' AND later.outcome = 'DONE'
                        AND coalesce((later.after ->> 'at')::timestamptz, later.occurred_at) >= told.happened_at)
                GROUP BY object_id)
            """;

    /** The newest first. */
    static final String LIST =
            "WITH "
                    + LOCKED
                    + """
                    , event AS (
                        SELECT 'STAFF_LOCKS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'staff' AS object_type,
                               NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('locks', (SELECT count(*) FROM locked)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT locked.* FROM locked, audited ORDER BY locked_at DESC LIMIT 200";

    /** $1 person. */
    static final String IS_LOCKED =
            "WITH " + LOCKED + "SELECT person_id FROM locked WHERE person_id = $1::uuid";

    /** $2 person, $3 reason. */
    static final String RELEASED =
            """
            WITH event AS (
                SELECT 'STAFF_LOCK_RELEASED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'staff' AS object_type,
                       $2::uuid::text AS object_id, $3::text AS reason, NULL::jsonb AS before, NULL::jsonb AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM audited";

    private StaffLockSql() {}
}
