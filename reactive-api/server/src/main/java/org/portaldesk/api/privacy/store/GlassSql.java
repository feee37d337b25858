package org.portaldesk.api.privacy.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.privacy.model.Thing;

/**
 * The statements about restricted records.
 *
 * @see "docs/decisions/0097-glass.md"
 */
final class GlassSql {

    /** All restricted patients; there are few. */
    static final String KNOWN = "SELECT patient_id FROM patient_restriction";

    /** The patient of a thing, where their record is closed to the caller. $1 caller, $2 id. */
    private static final String CLOSED =
            """
            SELECT found.%2$s AS patient_id FROM %1$s AS found
            WHERE found.id = $2::uuid AND found.%2$s IN (SELECT closed_patient($1::jsonb))
            """;

    /** On record as read. $2 and $3 where the last page ended, $4 rows, $5 only this patient. */
    static final String LIST =
            """
            WITH page AS (
                SELECT held.*, patient.family_name, patient.given_name, patient.mrn
                FROM patient_restriction AS held JOIN patient ON patient.id = held.patient_id
                WHERE ($2::timestamptz IS NULL OR (held.since, held.patient_id) < ($2::timestamptz, $3::uuid))
                  AND ($5::uuid IS NULL OR held.patient_id = $5::uuid)
                ORDER BY held.since DESC, held.patient_id DESC LIMIT $4::int),
            event AS (
                SELECT 'RESTRICTIONS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'patient' AS object_type, NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('patients', (SELECT coalesce(jsonb_agg(patient_id), '[]') FROM page)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT page.* FROM page, audited ORDER BY page.since DESC, page.patient_id DESC";

    /**
     * No row for an unknown patient, one without {@code since} for a restricted one. $2 patient, $3
     * reason.
     */
    static final String RESTRICT =
            changing(
                    """
                    INSERT INTO patient_restriction (patient_id, reason, restricted_by, restricted_by_name)
                    SELECT id, $3::text, $1::jsonb ->> 'id', $1::jsonb ->> 'name' FROM subject
                    ON CONFLICT DO NOTHING
                    RETURNING *
                    """,
                    "RECORD_RESTRICTED");

    /** The same with one that is not restricted. $2 patient, $3 reason. */
    static final String LIFT =
            changing(
                    """
                    DELETE FROM patient_restriction WHERE patient_id = (SELECT id FROM subject)
                    RETURNING *
                    """,
                    "RESTRICTION_LIFTED");

    /**
     * Opens a record, and the case in which that is reviewed. No row for an unknown patient, one
     * without id for one that is not restricted. $2 patient, $3 reason, $4 note, $5 minutes.
     */
    static final String BREAK =
            """
            WITH subject AS (SELECT id FROM patient WHERE id = $2::uuid),
            broken AS (
                INSERT INTO broken_glass (patient_id, actor, reason, note, opens_until)
                SELECT patient_id, $1::jsonb ->> 'id', $3::text, $4::text, clock_timestamp() + make_interval(mins => $5::int)
                FROM patient_restriction WHERE patient_id = (SELECT id FROM subject)
                RETURNING *),
            event AS (
                SELECT 'GLASS_BROKEN' AS act, CASE WHEN broken.id IS NULL THEN 'REFUSED' ELSE 'DONE' END AS outcome,
                       subject.id AS patient_id, 'broken_glass' AS object_type, broken.id::text AS object_id,
                       CASE WHEN broken.id IS NULL THEN 'NOTHING_TO_OVERRIDE' ELSE $3::text END AS reason,
                       NULL::jsonb AS before,
                       CASE WHEN broken.id IS NOT NULL
                            THEN jsonb_build_object('note', broken.note, 'opensUntil', broken.opens_until) END AS after
                FROM subject LEFT JOIN broken ON true),
            """
                    + AuditSql.AUDITED
                    + """
                    , opened AS (
                        INSERT INTO watch_case (rule, actor, actor_name, patient_id, event_id, looked_at, said)
                        SELECT 'BROKEN_GLASS', broken.actor, $1::jsonb ->> 'name', broken.patient_id, audited.id,
                               broken.broken_at, lower(replace(broken.reason, '_', ' ')) || ': ' || broken.note
                        FROM broken, audited)
                    SELECT broken.id, subject.id AS patient_id, broken.opens_until
                    FROM audited, subject LEFT JOIN broken ON true
                    """;

    private GlassSql() {}

    /** {@link #CLOSED} for a thing of this kind. */
    static String closed(Thing thing) {
        return CLOSED.formatted(thing.table(), thing == Thing.PATIENT ? "id" : "patient_id");
    }

    private static String changing(String change, String act) {
        return """
               WITH subject AS (SELECT id, family_name, given_name, mrn FROM patient WHERE id = $2::uuid),
               changed AS (
               %s),
               event AS (
                   SELECT '%s' AS act, CASE WHEN changed.since IS NULL THEN 'REFUSED' ELSE 'DONE' END AS outcome,
                          subject.id AS patient_id, 'patient' AS object_type, subject.id::text AS object_id,
                          CASE WHEN changed.since IS NULL THEN 'STATE_CONFLICT' ELSE $3::text END AS reason,
                          NULL::jsonb AS before, NULL::jsonb AS after
                   FROM subject LEFT JOIN changed ON true),
               """
                        .formatted(change, act)
                + AuditSql.AUDITED
                + """
                SELECT changed.*, subject.family_name, subject.given_name, subject.mrn
                FROM audited, subject LEFT JOIN changed ON true
                """;
    }
}
