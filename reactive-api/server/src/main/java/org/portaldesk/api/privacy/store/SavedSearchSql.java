package org.portaldesk.api.privacy.store;

import org.portaldesk.api.audit.AuditSql;

/** The statements about searches that a member of staff keeps. */
final class SavedSearchSql {

    /** $1 owner. */
    static final String LIST =
            "SELECT id, name, criteria::text, saved_at FROM saved_search WHERE owner = $1 ORDER BY lower(name), id";

    /** No row when there are too many already. $2 name, $3 criteria, $4 how many at most. */
    static final String SAVE =
            """
            WITH mine AS (SELECT name, criteria FROM saved_search WHERE owner = $1::jsonb ->> 'id'),
            saved AS (
                INSERT INTO saved_search (owner, name, criteria)
                SELECT $1::jsonb ->> 'id', $2::text, $3::jsonb
                WHERE (SELECT count(*) FROM mine) < $4::int OR EXISTS (SELECT FROM mine WHERE name = $2::text)
                ON CONFLICT (owner, name) DO UPDATE SET criteria = excluded.criteria, saved_at = clock_timestamp()
                RETURNING *),
            event AS (
                SELECT 'AUDIT_SEARCH_SAVED' AS act, CASE WHEN saved.id IS NULL THEN 'REFUSED' ELSE 'DONE' END AS outcome,
                       NULL::uuid AS patient_id, 'saved_search' AS object_type, saved.id::text AS object_id,
                       CASE WHEN saved.id IS NULL THEN 'AGAINST_RULE' END AS reason,
                       (SELECT criteria FROM mine WHERE name = $2::text) AS before, saved.criteria AS after
                FROM (SELECT 1) AS once LEFT JOIN saved ON true),
            """
                    + AuditSql.AUDITED
                    + "SELECT saved.id, saved.name, saved.criteria::text, saved.saved_at FROM saved, audited";

    /** No row when the caller has no such search. $2 search. */
    static final String REMOVE =
            """
            WITH removed AS (
                DELETE FROM saved_search WHERE id = $2::uuid AND owner = $1::jsonb ->> 'id' RETURNING id, criteria),
            event AS (
                SELECT 'AUDIT_SEARCH_REMOVED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'saved_search' AS object_type, id::text AS object_id, NULL AS reason, criteria AS before,
                       NULL::jsonb AS after
                FROM removed),
            """
                    + AuditSql.AUDITED
                    + "SELECT removed.id FROM removed, audited";

    private SavedSearchSql() {}
}
