package org.portaldesk.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** How PostgreSQL goes about a statement when the record is large. */
public final class Plans {

    private static final String MANY =
            """
            INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, patient_id)
            SELECT 'clerk-' || n % 50, 'clerk', 'A Clerk', '{him-staff}', 'r', 'PATIENT_READ', 'DONE', gen_random_uuid()
            FROM generate_series(1, 40000) AS n
            """;

    /** So many plans PostgreSQL makes for the values given before it may keep one. */
    private static final int TRIED = 5;

    private Plans() {}

    /**
     * The scans of whole tables in the plan that a prepared statement keeps, with forty thousand
     * events on record for as long as this takes.
     */
    public static List<String> wholeScans(Connection superuser, String sql) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute(MANY);
            statement.execute("ANALYZE audit_event");
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE asked AS " + sql);
            var found = new ArrayList<String>();
            try (var plan = statement.executeQuery("EXPLAIN EXECUTE asked " + nulls(sql))) {
                while (plan.next()) {
                    found.add(plan.getString(1));
                }
            }
            return found.stream().filter(line -> line.contains("Seq Scan")).toList();
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    /** Whether PostgreSQL, asked often with such values, goes on with one plan. */
    public static boolean keeps(Connection superuser, String sql, List<String> values)
            throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("PREPARE asked AS " + sql);
            for (var times = 0; times <= TRIED; times++) {
                statement.execute("EXECUTE asked ('" + String.join("', '", values) + "')");
            }
            try (var kept =
                    statement.executeQuery(
                            "SELECT generic_plans > 0 FROM pg_prepared_statements WHERE name = 'asked'")) {
                return kept.next() && kept.getBoolean(1);
            }
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    /** A value for each of {@code $1} and so on; the plan is made without looking at them. */
    private static String nulls(String sql) {
        var parameters =
                Pattern.compile("\\$(\\d+)")
                        .matcher(sql)
                        .results()
                        .map(one -> one.group(1))
                        .distinct()
                        .count();
        return "(" + String.join(", ", Collections.nCopies((int) parameters, "NULL")) + ")";
    }
}
