package org.portaldesk.api.work;

/**
 * The statement by which somebody says that they look at an item, and learns who else does.
 *
 * @see "docs/decisions/0078-who-else-looks.md"
 */
public final class PresenceSql {

    /** A mark that was not renewed for so long is of somebody who has left. */
    private static final String LENGTH = "interval '15 seconds'";

    private PresenceSql() {}

    /**
     * One row for each other who looks, or one without a name; none when there is no such item. $1
     * caller, $2 item. Marks of people long gone are cleared away by whoever comes next.
     *
     * @param table of the items
     */
    public static String look(String table) {
        return """
               WITH <CALLER>,
               item AS (SELECT id FROM <TABLE> WHERE id = $2::uuid),
               gone AS (
                   DELETE FROM work_presence
                   WHERE seen_at < statement_timestamp() - interval '1 hour' AND item_id <> $2::uuid),
               mark AS (
                   INSERT INTO work_presence AS mine (item_id, staff_id, staff_name)
                   SELECT item.id, caller.id, caller.name FROM item, caller
                   ON CONFLICT (item_id, staff_id) DO UPDATE
                   SET staff_name = excluded.staff_name, seen_at = excluded.seen_at,
                       since = CASE WHEN mine.seen_at > excluded.seen_at - <LENGTH> THEN mine.since ELSE excluded.since END
                   RETURNING item_id, staff_id)
               SELECT other.staff_name, other.since
               FROM mark LEFT JOIN work_presence AS other
                   ON other.item_id = mark.item_id AND other.staff_id <> mark.staff_id
                       AND other.seen_at > statement_timestamp() - <LENGTH>
               ORDER BY other.since, other.staff_id
               """
                .replace("<CALLER>", ClaimSql.CALLER.strip())
                .replace("<TABLE>", table)
                .replace("<LENGTH>", LENGTH);
    }
}
