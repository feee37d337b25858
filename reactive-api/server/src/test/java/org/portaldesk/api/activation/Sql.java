package org.portaldesk.api.activation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/** Looking behind the API, and moving what no API moves. */
final class Sql {

    private Sql() {}

    static int run(Connection database, String sql, Object... values) throws SQLException {
        try (var statement = prepared(database, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of the only row, as text. */
    static String one(Connection database, String sql, Object... values) throws SQLException {
        try (var statement = prepared(database, sql, values)) {
            var row = statement.executeQuery();
            if (!row.next()) {
                throw new AssertionError("No row: " + sql);
            }
            return Objects.toString(row.getString(1));
        }
    }

    static long count(Connection database, String sql, Object... values) throws SQLException {
        return Long.parseLong(one(database, sql, values));
    }

    private static PreparedStatement prepared(Connection database, String sql, Object... values)
            throws SQLException {
        var statement = database.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
