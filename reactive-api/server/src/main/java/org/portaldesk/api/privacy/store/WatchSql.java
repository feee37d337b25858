package org.portaldesk.api.privacy.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The statements of the watch rules.
 *
 * @see "docs/decisions/0096-watch-rules.md"
 */
final class WatchSql {

    /**
     * Goes through the looks since the last round and a minute more, as an event is seen only when
     * its transaction has ended; and opens the cases that there are to open. What was found
     * justified is not asked again for thirty days. $2 how many patients an hour are too many.
     */
    static final String LOOK =
            """
            WITH mark AS (
                UPDATE watch_mark SET looked_at = clock_timestamp() WHERE single RETURNING old.looked_at AS since),
            begin AS MATERIALIZED (
                SELECT uuidv7(since - interval '1 minute' - clock_timestamp()) AS look, uuidv7(interval '-1 hour') AS hour
                FROM mark),
            looks AS (
                SELECT event.id, event.occurred_at, event.actor, event.actor_name, event.patient_id,
                       lower(regexp_replace(event.actor_name, '^.*[[:space:]]', '')) AS surname,
                       lower(patient.family_name) AS family, lower(patient.given_name || ' ' || patient.family_name) AS whole,
                       lower(regexp_replace(patient.address_lines[1], '[^[:alnum:]]+', ' ', 'g')) AS street, patient.postal_code
                FROM audit_event AS event JOIN patient ON patient.id = event.patient_id
                WHERE event.id > (SELECT look FROM begin)
                  AND event.outcome = 'DONE' AND (event.act LIKE '%\\_READ' OR event.act = 'FIELD_REVEALED')
                  AND event.actor_roles && ARRAY ['him-staff', 'support-agent', 'roi-reviewer', 'clinician', 'supervisor',
                                                  'privacy-officer', 'administrator']),
            met AS (
                INSERT INTO watch_staff (actor, name) SELECT DISTINCT ON (actor) actor, actor_name FROM looks
                ON CONFLICT (actor) DO NOTHING),
            many AS (
                SELECT actor, count(DISTINCT patient_id)::int AS patients
                FROM audit_event
                WHERE actor IN (SELECT actor FROM looks) AND id > (SELECT hour FROM begin) AND outcome = 'DONE'
                  AND patient_id IS NOT NULL AND (act LIKE '%\\_READ' OR act = 'FIELD_REVEALED')
                GROUP BY actor),
            raised AS (
                SELECT 'OWN_RECORD' AS rule, looks.*, NULL::int AS patients FROM looks WHERE whole = lower(actor_name)
                UNION ALL
                SELECT 'SAME_SURNAME', looks.*, NULL FROM looks WHERE family = surname AND whole <> lower(actor_name)
                UNION ALL
                SELECT 'COLLEAGUE', looks.*, NULL FROM looks
                WHERE EXISTS (SELECT FROM watch_staff WHERE lower(name) = whole AND watch_staff.actor <> looks.actor)
                UNION ALL
                SELECT 'SAME_ADDRESS', looks.*, NULL FROM looks
                WHERE whole <> lower(actor_name) AND EXISTS (
                    SELECT FROM patient AS own
                    WHERE lower(own.given_name || ' ' || own.family_name) = lower(looks.actor_name)
                      AND lower(regexp_replace(own.address_lines[1], '[^[:alnum:]]+', ' ', 'g')) = looks.street
                      AND left(own.postal_code, 5) = left(looks.postal_code, 5))
                UNION ALL
                SELECT 'RESTRICTED', looks.*, NULL
                FROM looks JOIN patient_restriction AS held ON held.patient_id = looks.patient_id AND held.since <= looks.occurred_at
                WHERE NOT EXISTS (
                    SELECT FROM broken_glass AS glass
                    WHERE glass.patient_id = looks.patient_id AND glass.actor = looks.actor
                      AND looks.occurred_at BETWEEN glass.broken_at AND glass.opens_until)
                UNION ALL
                SELECT 'VOLUME', looks.id, looks.occurred_at, looks.actor, looks.actor_name, NULL, NULL, NULL, NULL, NULL, NULL, many.patients
                FROM looks JOIN many ON many.actor = looks.actor AND many.patients > $2::int),
            opened AS (
                INSERT INTO watch_case (rule, actor, actor_name, patient_id, event_id, looked_at, patients)
                SELECT DISTINCT ON (rule, actor, patient_id)
                       rule, actor, actor_name, patient_id, id, occurred_at, patients
                FROM raised
                WHERE NOT EXISTS (
                    SELECT FROM watch_case AS known
                    WHERE known.rule = raised.rule AND known.actor = raised.actor
                      AND known.patient_id IS NOT DISTINCT FROM raised.patient_id
                      AND (known.event_id = raised.id OR known.state = 'OPEN' OR known.closed_at > raised.occurred_at
                           OR known.finding = 'JUSTIFIED' AND known.closed_at > now() - interval '30 days'
                           OR known.rule = 'VOLUME' AND known.opened_at > now() - interval '1 hour'))
                ORDER BY rule, actor, patient_id, id
                ON CONFLICT DO NOTHING
                RETURNING id, rule, actor, patient_id, event_id, patients),
            event AS (
                SELECT 'WATCH_CASE_OPENED' AS act, 'DONE' AS outcome, patient_id, 'watch_case' AS object_type,
                       id::text AS object_id, rule AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('actor', actor, 'event', event_id, 'patients', patients)) AS after
                FROM opened),
            """
                    + AuditSql.AUDITED
                    + "SELECT count(*) FROM opened";

    private static final String CASE =
            """
            SELECT watch_case.*, patient.family_name, patient.given_name, patient.mrn
            FROM watch_case LEFT JOIN patient ON patient.id = watch_case.patient_id
            """;

    /** $1 case. */
    static final String ONE = CASE + "WHERE watch_case.id = $1::uuid";

    /** The newest first, on record as read. $2 state, $3 before, $4 rows. */
    static final String LIST =
            "WITH page AS ("
                    + CASE
                    + """
                    WHERE ($2::text IS NULL OR watch_case.state = $2::text)
                      AND ($3::uuid IS NULL OR watch_case.id < $3::uuid)
                    ORDER BY watch_case.id DESC LIMIT $4::int),
                    event AS (
                        SELECT 'WATCH_CASES_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                               'watch_case' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('patients', (
                                   SELECT coalesce(jsonb_agg(DISTINCT patient_id) FILTER (WHERE patient_id IS NOT NULL), '[]')
                                   FROM page)) AS after),
                    """
                    + AuditSql.AUDITED
                    + "SELECT page.* FROM page, audited ORDER BY page.id DESC";

    /** No row when it is closed, or about the caller. $2 case, $3 finding, $4 note. */
    static final String CLOSE =
            """
            WITH closed AS (
                UPDATE watch_case
                SET state = 'CLOSED', finding = $3::text, note = $4::text, closed_at = clock_timestamp(),
                    closed_by = $1::jsonb ->> 'id', closed_by_name = $1::jsonb ->> 'name'
                WHERE id = $2::uuid AND state = 'OPEN' AND actor <> $1::jsonb ->> 'id'
                RETURNING id, patient_id, finding, note),
            event AS (
                SELECT 'WATCH_CASE_CLOSED' AS act, 'DONE' AS outcome, patient_id, 'watch_case' AS object_type,
                       id::text AS object_id, note AS reason, '{"state": "OPEN"}'::jsonb AS before,
                       jsonb_build_object('state', 'CLOSED', 'finding', finding) AS after
                FROM closed),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM closed";

    private WatchSql() {}
}
