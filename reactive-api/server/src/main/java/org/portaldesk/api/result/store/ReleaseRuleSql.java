package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements of what delays results, and of changes to it. */
final class ReleaseRuleSql {

    static final String RULES =
            """
            SELECT jsonb_build_object(
                       'id', rule.id, 'effectiveFrom', rule.effective_from, 'effectiveTo', rule.effective_to,
                       'terms', jsonb_build_object('statute', rule.statute, 'state', rule.state,
                           'categories', rule.categories, 'codes', rule.codes, 'hours', rule.hours,
                           'earlyRelease', rule.early_release),
                       'counts', rule.effective_from <= statement_timestamp()
                           AND (rule.effective_to IS NULL OR rule.effective_to > statement_timestamp())
                           AND coalesce(rule.state = (
                               SELECT value #>> '{}' FROM setting
                               WHERE name = 'facility.state' AND effective_from <= statement_timestamp()
                               ORDER BY effective_from DESC LIMIT 1), false))::text AS seen
            FROM release_rule AS rule
            ORDER BY rule.effective_from DESC, rule.id DESC
            """;

    private static final String CHANGE =
            """
            SELECT jsonb_build_object(
                       'id', id, 'state', state, 'effectiveFrom', effective_from, 'rule', rule, 'ends', ends,
                       'facilityState', facility_state, 'sensitive', sensitive, 'proposedBy', proposed_by_name, 'proposedAt', proposed_at,
                       'decidedBy', decided_by_name, 'decidedAt', decided_at, 'version', version)::text AS seen,
                   proposed_by
            FROM release_change
            """;

    static final String CHANGES = CHANGE + "ORDER BY effective_from DESC, id DESC";

    /** $1 change. */
    static final String ONE = CHANGE + "WHERE id = $1::uuid";

    /**
     * No row when its day has begun, or it changes nothing then. $2 from when, $3 rule, $4 the rule
     * that ends, $5 state, $6 sensitive code.
     */
    static final String PROPOSE =
            """
            WITH proposed AS (
                INSERT INTO release_change (effective_from, rule, ends, facility_state, sensitive, proposed_by, proposed_by_name)
                SELECT $2::timestamptz, $3::jsonb, $4::uuid, $5::text, $6::jsonb, caller.id, caller.name
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE $2::timestamptz > clock_timestamp()
                  AND ($4::uuid IS NULL OR EXISTS (
                      SELECT FROM release_rule
                      WHERE id = $4::uuid AND effective_to IS NULL AND effective_from < $2::timestamptz))
                  AND ($6::jsonb IS NULL OR EXISTS (SELECT FROM sensitive_set WHERE name = $6::jsonb ->> 'set')
                      AND sensitive_counts($6::jsonb ->> 'set', $6::jsonb ->> 'code', $2::timestamptz)
                          <> ($6::jsonb ->> 'counts')::boolean)
                RETURNING id, effective_from, rule, ends, facility_state, sensitive),
            event AS (
                SELECT 'RELEASE_CHANGE_PROPOSED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'release_change' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('effectiveFrom', effective_from, 'rule', rule, 'ends', ends,
                           'facilityState', facility_state, 'sensitive', sensitive)) AS after
                FROM proposed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM proposed";

    /** What it changes is changed with it. No row when it is too late. $2 change, $3 state. */
    static final String DECIDE =
            """
            WITH decided AS (
                UPDATE release_change
                SET state = $3::text, decided_by = caller.id, decided_by_name = caller.name,
                    decided_at = clock_timestamp(), version = version + 1
                FROM jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE release_change.id = $2::uuid AND state = 'PROPOSED' AND proposed_by <> caller.id
                  AND effective_from > clock_timestamp()
                  AND ($3::text <> 'APPROVED' OR sensitive IS NULL
                       OR sensitive_counts(sensitive ->> 'set', sensitive ->> 'code', effective_from)
                          <> (sensitive ->> 'counts')::boolean)
                RETURNING release_change.id, state),
            event AS (
                SELECT 'RELEASE_CHANGE_' || state AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'release_change' AS object_type, id::text AS object_id, NULL AS reason,
                       '{"state": "PROPOSED"}'::jsonb AS before, jsonb_build_object('state', state) AS after
                FROM decided),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM decided";

    private ReleaseRuleSql() {}
}
