package org.portaldesk.api.staff.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The statements that bring Keycloak's events onto the record.
 *
 * @see "docs/decisions/0119-staff-on-the-record.md"
 */
final class StaffEventSql {

    /**
     * Begins a round; no row while an instance has begun one just now. $1 stream, $2 seconds that
     * lie between two rounds at least.
     */
    static final String BEGIN =
            """
            UPDATE staff_event_mark SET read_at = clock_timestamp()
            WHERE stream = $1::text AND read_at <= clock_timestamp() - make_interval(secs => $2::float8)
            RETURNING up_to
            """;

    /**
     * Puts a page on record: each event once, whoever has read it how often. Names are those under
     * which the record knows people. Strangers who typed a name that nobody has go where other
     * failures of strangers go. $1 stream, $2 events, $3 when the last of them happened.
     */
    static final String KEEP =
            """
            WITH told AS MATERIALIZED (
                SELECT DISTINCT ON (id) * FROM jsonb_to_recordset($2::jsonb) AS told(
                    id text, at timestamptz, act text, refused boolean, person text, username text, address text,
                    "objectType" text, "objectId" text, reason text, after jsonb)),
            fresh AS MATERIALIZED (
                INSERT INTO staff_event (id, stream, happened_at) SELECT id, $1::text, at FROM told
                ON CONFLICT (id) DO NOTHING RETURNING id),
            moved AS (
                UPDATE staff_event_mark SET up_to = least($3::timestamptz, clock_timestamp())
                WHERE stream = $1::text AND up_to < least($3::timestamptz, clock_timestamp())),
            forgotten AS (
                DELETE FROM staff_event
                WHERE stream = $1::text
                  AND happened_at < (SELECT up_to FROM staff_event_mark WHERE stream = $1::text) - interval '1 hour'),
            stranger AS (
                INSERT INTO portal_failure (client_address, act, cause)
                SELECT coalesce(address, '0.0.0.0')::inet, 'STAFF_SIGN_IN', coalesce(reason, 'OTHER')
                FROM told JOIN fresh USING (id) WHERE person IS NULL),
            event AS (
                SELECT person AS actor, coalesce(known.actor_username, named.username, person) AS actor_username,
                       coalesce(known.actor_name, named.username, CASE $1 WHEN 'CHANGES' THEN 'Administrator of Keycloak' ELSE person END)
                           AS actor_name, address AS client_address,
                       'keycloak-' || told.id AS request_id, act,
                       CASE WHEN refused THEN 'REFUSED' ELSE 'DONE' END AS outcome, NULL::uuid AS patient_id,
                       "objectType" AS object_type, "objectId" AS object_id, reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('at', at, 'username', subject.actor_username)) || after AS after
                FROM told JOIN fresh ON fresh.id = told.id
                LEFT JOIN (SELECT person, max(username) AS username FROM told GROUP BY person) AS named USING (person)
                LEFT JOIN LATERAL (
                    SELECT actor_username, actor_name FROM audit_event WHERE actor = person ORDER BY id DESC LIMIT 1) AS known ON true
                LEFT JOIN LATERAL (
                    SELECT actor_username FROM audit_event WHERE actor = "objectId" AND person <> "objectId"
                    ORDER BY id DESC LIMIT 1) AS subject ON true
                WHERE person IS NOT NULL
                ORDER BY at),
            """
                    + AuditSql.AUDITED_ELSEWHERE
                    + "SELECT count(*) AS kept FROM audited";

    private StaffEventSql() {}
}
