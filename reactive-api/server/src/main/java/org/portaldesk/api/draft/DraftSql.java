package org.portaldesk.api.draft;

import org.portaldesk.api.audit.AuditSql;

/** The statements about drafts. Each is of one person, by the subject of their token. */
final class DraftSql {

    /** How long a draft is kept. */
    static final String LIFE = "interval '1 day'";

    /** $1 person, $2 place, $3 sealed text, $4 how many at most. The oldest yield to a new one. */
    static final String KEEP =
            """
            WITH oldest AS (
                DELETE FROM staff_draft WHERE person = $1 AND place IN (
                    SELECT place FROM staff_draft WHERE person = $1 AND place <> $2
                    ORDER BY kept_at DESC OFFSET $4::int - 1))
            INSERT INTO staff_draft (person, place, sealed) VALUES ($1, $2, $3)
            ON CONFLICT (person, place) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at
            """;

    /**
     * No row when there is none. $1 caller, $2 place. It may hold a patient's data, so the look is
     * on record.
     */
    static final String FIND =
            """
            WITH found AS (
                SELECT place, sealed, kept_at, kept_at + <LIFE> AS ends_at FROM staff_draft
                WHERE person = $1::jsonb ->> 'id' AND place = $2 AND kept_at > clock_timestamp() - <LIFE>),
            event AS (
                SELECT 'DRAFT_READ' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'draft' AS object_type,
                       place AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM found),
            """
                            .replace("<LIFE>", LIFE)
                    + AuditSql.AUDITED
                    + "SELECT found.sealed, found.kept_at, found.ends_at FROM found, audited";

    /** $1 person. */
    static final String LIST =
            """
            SELECT place, kept_at, kept_at + <LIFE> AS ends_at FROM staff_draft
            WHERE person = $1 AND kept_at > clock_timestamp() - <LIFE> ORDER BY kept_at DESC
            """
                    .replace("<LIFE>", LIFE);

    /** $1 person, $2 place. */
    static final String REMOVE = "DELETE FROM staff_draft WHERE person = $1 AND place = $2";

    /** $1 how many at a time. */
    static final String SWEEP =
            """
            DELETE FROM staff_draft WHERE (person, place) IN (
                SELECT person, place FROM staff_draft WHERE kept_at <= clock_timestamp() - <LIFE> LIMIT $1)
            """
                    .replace("<LIFE>", LIFE);

    private DraftSql() {}
}
