package org.portaldesk.api.work;

/**
 * How a page of a queue is told from what it was. The statement that lists a queue has the page in
 * {@code found}, ordered by {@code due_at, id}; its event is written only where {@code mark.tag} is
 * not what the caller has seen.
 *
 * <pre>{@code
 * WITH found AS (SELECT … ORDER BY due_at, id LIMIT $5),
 * <MARK>,
 * event AS (SELECT … FROM mark WHERE mark.tag IS DISTINCT FROM $6::text),
 * <AUDITED>
 * <SHOWN>
 * }</pre>
 */
public final class QueueSql {

    /** What is shown of the page: the columns of {@code found}, and whether it is shown at all. */
    public static final String SHOWN =
            """
            SELECT mark.tag, (SELECT count(*) FROM audited)::int > 0 AS fresh, shown.*
            FROM mark LEFT JOIN (SELECT found.* FROM found, audited) AS shown ON true
            ORDER BY shown.due_at, shown.id
            """;

    private QueueSql() {}

    /**
     * The CTE {@code mark}. A claim that runs out changes a page without a change of its row.
     *
     * @param more expressions over {@code found} that a page shows and its rows' versions do not
     *     tell
     */
    public static String mark(String more) {
        return """
               mark AS (
                   SELECT '"' || md5(coalesce(string_agg(
                              concat_ws(' ', id, version, claimed_until, claimed_until > statement_timestamp(), %s),
                              ',' ORDER BY due_at, id), '')) || '"' AS tag
                   FROM found)\
               """
                .formatted(more);
    }
}
