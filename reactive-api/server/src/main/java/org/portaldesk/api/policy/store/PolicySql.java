package org.portaldesk.api.policy.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements of policies. */
final class PolicySql {

    private static final String SEEN =
            """
            SELECT policy.id, policy.name, policy.facility, policy.state, policy.effective_from,
                   policy.rules::text AS rules, policy.proposed_by, policy.proposed_by_name, policy.proposed_at,
                   policy.decided_by_name, policy.decided_at, policy.version, statement_timestamp() AS now,
                   policy.withdrawal_by, policy.withdrawal_by_name, policy.withdrawal_at, policy.withdrawal_reason,
                   policy.withdrawn_by_name, policy.withdrawn_at,
                   policy.id = present.id AS in_force
            FROM policy CROSS JOIN policy_at(statement_timestamp()) AS present
            """;

    static final String IN_FORCE = SEEN + "WHERE policy.id = present.id AND $1::boolean";

    static final String LIST =
            SEEN
                    + "WHERE $1::boolean ORDER BY policy.effective_from DESC NULLS LAST, policy.id DESC";

    /** $1 policy. */
    static final String ONE = SEEN + "WHERE policy.id = $1::uuid";

    /** No row when its day has begun. $2 name, $3 facility, $4 from when, $5 rules. */
    static final String PROPOSE =
            """
            WITH proposed AS (
                INSERT INTO policy (name, facility, state, effective_from, rules, proposed_by, proposed_by_name)
                SELECT $2::text, $3::text, 'PROPOSED', $4::timestamptz, $5::jsonb, caller.id, caller.name
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE $4::timestamptz > clock_timestamp()
                RETURNING id, name, effective_from, rules),
            event AS (
                SELECT 'POLICY_PROPOSED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'policy' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('name', name, 'effectiveFrom', effective_from, 'rules', rules) AS after
                FROM proposed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM proposed";

    /** No row when it is too late. $2 policy, $3 state. */
    static final String DECIDE =
            """
            WITH decided AS (
                UPDATE policy
                SET state = $3::text, decided_by = caller.id, decided_by_name = caller.name,
                    decided_at = clock_timestamp(), version = version + 1
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE policy.id = $2::uuid AND state = 'PROPOSED' AND proposed_by <> caller.id
                  AND effective_from > clock_timestamp()
                RETURNING policy.id, state),
            event AS (
                SELECT 'POLICY_' || state AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'policy' AS object_type,
                       id::text AS object_id, NULL AS reason, '{"state": "PROPOSED"}'::jsonb AS before,
                       jsonb_build_object('state', state) AS after
                FROM decided),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM decided";

    /**
     * The first person's wish, or the second one's agreement. No row when it is too late, or the
     * caller is who asked. $2 policy, $3 reason.
     */
    static final String WITHDRAW =
            """
            WITH changed AS (
                UPDATE policy
                SET state = CASE WHEN withdrawal_by IS NULL THEN state ELSE 'WITHDRAWN' END,
                    withdrawn_by = CASE WHEN withdrawal_by IS NOT NULL THEN caller.id END,
                    withdrawn_by_name = CASE WHEN withdrawal_by IS NOT NULL THEN caller.name END,
                    withdrawn_at = CASE WHEN withdrawal_by IS NOT NULL THEN clock_timestamp() END,
                    withdrawal_by = coalesce(withdrawal_by, caller.id),
                    withdrawal_by_name = coalesce(withdrawal_by_name, caller.name),
                    withdrawal_at = coalesce(withdrawal_at, clock_timestamp()),
                    withdrawal_reason = coalesce(withdrawal_reason, $3::text),
                    version = version + 1
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE policy.id = $2::uuid AND state = 'APPROVED' AND effective_from > clock_timestamp()
                  AND withdrawal_by IS DISTINCT FROM caller.id
                RETURNING policy.id, state),
            event AS (
                SELECT CASE state WHEN 'WITHDRAWN' THEN 'POLICY_WITHDRAWN' ELSE 'POLICY_WITHDRAWAL_ASKED' END AS act,
                       'DONE' AS outcome, NULL::uuid AS patient_id, 'policy' AS object_type, id::text AS object_id,
                       $3::text AS reason, '{"state": "APPROVED"}'::jsonb AS before,
                       jsonb_build_object('state', state) AS after
                FROM changed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM changed";

    /** No row when there is no wish to take back. $2 policy. */
    static final String KEEP =
            """
            WITH kept AS (
                UPDATE policy
                SET withdrawal_by = NULL, withdrawal_by_name = NULL, withdrawal_at = NULL, withdrawal_reason = NULL,
                    version = version + 1
                WHERE policy.id = $2::uuid AND state = 'APPROVED' AND withdrawal_by IS NOT NULL
                RETURNING id, state),
            event AS (
                SELECT 'POLICY_KEPT' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'policy' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('state', state) AS after
                FROM kept),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM kept";

    private PolicySql() {}
}
