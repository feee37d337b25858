package org.portaldesk.api.audit;

/**
 * What the statement of an act needs in order to write its own audit event.
 *
 * <p>The statement's first parameter is {@code Caller.asJson()}. It has a CTE {@code event} with
 * one row for each event and the columns of {@link #COLUMNS}; {@link #AUDITED} follows it. If the
 * event cannot be written, nothing is.
 *
 * <pre>{@code
 * WITH changed AS (UPDATE … RETURNING …),
 * event AS (
 *     SELECT 'CODE_REVOKED' AS act, 'DONE' AS outcome, patient_id, 'activation_code' AS object_type,
 *            id::text AS object_id, $3::text AS reason, NULL::jsonb AS before, NULL::jsonb AS after
 *     FROM changed),
 * <AUDITED>
 * SELECT … FROM changed
 * }</pre>
 *
 * @see "docs/decisions/0004-audit-in-the-statement.md"
 */
public final class AuditSql {

    /** The columns of {@code event}, in any order. */
    public static final String COLUMNS =
            "act, outcome, patient_id, object_type, object_id, reason, before, after";

    /** The CTE that writes what {@code event} tells, in the name of the caller in {@code $1}. */
    public static final String AUDITED =
            """
            audited AS (
                INSERT INTO audit_event (
                    actor, actor_username, actor_name, actor_roles, client_address, request_id,
                    act, outcome, patient_id, object_type, object_id, reason, before, after)
                SELECT caller.id, caller.username, caller.name, caller.roles, caller.address::inet, caller."requestId",
                       event.act, event.outcome, event.patient_id, event.object_type, event.object_id,
                       event.reason, event.before, event.after
                FROM event, jsonb_to_record($1::jsonb)
                    AS caller(id text, username text, name text, roles text[], address text, "requestId" text)
                RETURNING id)
            """;

    /**
     * The CTE that writes what happened elsewhere and each time by somebody else. {@code event} has
     * the columns of {@link #COLUMNS} and {@code actor, actor_username, actor_name, client_address,
     * request_id} as texts; roles are unknown.
     */
    public static final String AUDITED_ELSEWHERE =
            """
            audited AS (
                INSERT INTO audit_event (
                    actor, actor_username, actor_name, actor_roles, client_address, request_id,
                    act, outcome, patient_id, object_type, object_id, reason, before, after)
                SELECT actor, actor_username, actor_name, '{}', client_address::inet, request_id,
                       act, outcome, patient_id, object_type, object_id, reason, before, after
                FROM event
                RETURNING id)
            """;

    private AuditSql() {}
}
