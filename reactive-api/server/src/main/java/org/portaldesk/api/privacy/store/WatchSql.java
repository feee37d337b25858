package org.portaldesk.api.privacy.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The statements of the watch rules.
 *
 * @see "docs/decisions/0096-watch-rules.md"
 */
final class WatchSql {

    /**
     * So many events are gone through at once, and those of the same transaction that would be
     * left.
     */
    private static final int EVENTS = 4_000;

    /**
     * What came onto the record since the last round, in the order of its seal, so that each event
     * is gone through once: below the snapshot's xmin no transaction is open that could still add
     * to it. Nothing while another instance is at it.
     */
    private static final String PAST =
            """
            mark AS MATERIALIZED (SELECT epoch, xid FROM watch_mark WHERE single FOR UPDATE SKIP LOCKED),
            past AS MATERIALIZED (
                SELECT epoch, xid, id, occurred_at, actor, actor_name, actor_roles, act, outcome, patient_id,
                       after
                FROM audit_event
                WHERE (epoch, xid) > ((SELECT epoch FROM mark), (SELECT xid FROM mark))
                  AND (epoch, xid) < ((SELECT audit_epoch()), (SELECT pg_snapshot_xmin(pg_current_snapshot())))
                ORDER BY epoch, xid
                FETCH FIRST %d ROWS WITH TIES),
            moved AS (
                UPDATE watch_mark SET (epoch, xid) = (SELECT epoch, xid FROM past ORDER BY epoch DESC, xid DESC LIMIT 1)
                WHERE single AND EXISTS (SELECT FROM past)),
            """
                    .formatted(EVENTS);

    private static final String STAFF =
            """
            ARRAY ['him-staff', 'support-agent', 'roi-reviewer', 'clinician', 'supervisor', 'privacy-officer', 'administrator']\
            """;

    /**
     * {@code reading}: looks and lists. {@code touch}: looks, and the acts of all but the privacy
     * officer, whose own are about the restriction itself. {@code pair}: who looked at whom, once
     * each, with the words that the rules compare.
     */
    private static final String LOOKS =
            """
            look AS MATERIALIZED (
                SELECT id, occurred_at, actor, actor_name, patient_id FROM past
                WHERE <IS_LOOK> AND actor_roles && <STAFF>),
            reading AS MATERIALIZED (
                SELECT id, occurred_at, actor, actor_name, actor_roles FROM past
                WHERE (<IS_LOOK> OR <IS_LIST>) AND actor_roles && <STAFF>),
            touch AS MATERIALIZED (
                SELECT id, occurred_at, actor, actor_name, patient_id FROM look
                UNION ALL
                SELECT id, occurred_at, actor, actor_name, patient_id FROM past
                WHERE NOT (<IS_LOOK>) AND outcome = 'DONE' AND patient_id IS NOT NULL AND act <> 'GLASS_BROKEN'
                  AND actor_roles && ARRAY ['him-staff', 'support-agent', 'roi-reviewer', 'clinician', 'supervisor']),
            met AS (
                INSERT INTO watch_staff (actor, name) SELECT DISTINCT ON (actor) actor, actor_name FROM look
                ON CONFLICT (actor) DO NOTHING),
            staff AS MATERIALIZED (
                SELECT actor, actor_name, lower(actor_name) AS name,
                       lower(regexp_replace(actor_name, '^.*[[:space:]]', '')) AS surname
                FROM look GROUP BY actor, actor_name),
            pair AS MATERIALIZED (
                SELECT staff.*, patient_id, lower(patient.family_name) AS family,
                       lower(patient.given_name || ' ' || patient.family_name) AS whole,
                       patient.address_lines[1] AS line, left(patient.postal_code, 5) AS zip
                FROM (SELECT DISTINCT actor, actor_name, patient_id FROM look) AS looked
                JOIN staff USING (actor, actor_name) JOIN patient ON patient.id = patient_id),
            """
                    .replace("<STAFF>", STAFF)
                    .replace("<IS_LOOK>", ShownSql.IS_LOOK)
                    .replace("<IS_LIST>", ShownSql.IS_LIST);

    /** Rules about the two of a pair. */
    private static final String SUSPECT =
            """
            suspect AS (
                SELECT 'OWN_RECORD' AS rule, actor, patient_id FROM pair WHERE whole = name
                UNION ALL
                SELECT 'SAME_SURNAME', actor, patient_id FROM pair WHERE family = surname AND whole <> name
                UNION ALL
                SELECT 'COLLEAGUE', actor, patient_id FROM pair
                WHERE EXISTS (SELECT FROM watch_staff WHERE lower(watch_staff.name) = whole AND watch_staff.actor <> pair.actor)
                UNION ALL
                SELECT 'SAME_ADDRESS', pair.actor, patient_id
                FROM staff JOIN patient AS own ON lower(own.given_name || ' ' || own.family_name) = staff.name
                JOIN pair ON pair.actor = staff.actor AND whole <> pair.name AND zip = left(own.postal_code, 5)
                    AND lower(regexp_replace(line, '[^[:alnum:]]+', ' ', 'g'))
                        = lower(regexp_replace(own.address_lines[1], '[^[:alnum:]]+', ' ', 'g'))),
            """;

    /** Counts the hour before of those only of whom no case says so yet, by the index on actors. */
    private static final String MANY =
            """
            asked AS MATERIALIZED (
                SELECT actor, max((SELECT max(($3::jsonb ->> role)::int) FROM unnest(actor_roles) AS role)) AS budget
                FROM reading
                WHERE NOT EXISTS (
                    SELECT FROM watch_case AS known
                    WHERE known.rule = 'VOLUME' AND known.actor = reading.actor
                      AND (known.state = 'OPEN' OR known.opened_at > now() - interval '1 hour'
                           OR known.finding = 'JUSTIFIED' AND known.closed_at > now() - interval '30 days'))
                GROUP BY actor),
            many AS (
                SELECT asked.actor, hour.patients
                FROM asked CROSS JOIN LATERAL (
                    <HOUR>) AS hour
                WHERE hour.opened > $2::int OR hour.patients > asked.budget),
            """
                    .replace("<HOUR>", ShownSql.hourOf("asked.actor"));

    private static final String RAISED =
            """
            raised AS (
                SELECT rule, look.*, NULL::int AS patients FROM suspect JOIN look USING (actor, patient_id)
                UNION ALL
                SELECT 'RESTRICTED', touch.*, NULL
                FROM touch JOIN patient_restriction AS held ON held.patient_id = touch.patient_id AND held.since <= touch.occurred_at
                WHERE NOT EXISTS (
                    SELECT FROM broken_glass AS glass
                    WHERE glass.patient_id = touch.patient_id AND glass.actor = touch.actor
                      AND touch.occurred_at BETWEEN glass.broken_at AND glass.opens_until)
                UNION ALL
                SELECT 'VOLUME', reading.id, reading.occurred_at, reading.actor, reading.actor_name, NULL, many.patients
                FROM many JOIN reading ON reading.actor = many.actor),
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
                           OR known.finding = 'JUSTIFIED' AND known.closed_at > now() - interval '30 days'))
                ORDER BY rule, actor, patient_id, id
                ON CONFLICT DO NOTHING
                RETURNING id, rule, actor, patient_id, event_id, patients),
            event AS (
                SELECT 'WATCH_CASE_OPENED' AS act, 'DONE' AS outcome, patient_id, 'watch_case' AS object_type,
                       id::text AS object_id, rule AS reason, NULL::jsonb AS before,
                       jsonb_strip_nulls(jsonb_build_object('actor', actor, 'event', event_id, 'patients', patients)) AS after
                FROM opened),
            """;

    /**
     * One round: goes through what is new, and opens the cases that there are to open. What was
     * found justified is not asked again for thirty days. Answers whether there may be more. $2 how
     * many patients are too many to open within an hour, $3 how many may be shown, in lists too, by
     * role.
     */
    static final String LOOK =
            "WITH "
                    + PAST
                    + LOOKS
                    + SUSPECT
                    + MANY
                    + RAISED
                    + AuditSql.AUDITED
                    + "SELECT count(*) >= %d AS more FROM past".formatted(EVENTS);

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
