package org.portaldesk.local.backing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the roles and databases an operator would make; what is there already stays. */
record PostgresSetup(Postgres server) {

    void apply() {
        Installation installation = server.installation();
        try (Connection connection = server.connect("postgres", installation.databaseSuperuser())) {
            role(connection, installation.databaseOwner());
            role(connection, installation.databaseApi());
            role(connection, installation.databaseSealer());
            role(connection, installation.databaseKeycloak());
            database(connection, "portaldesk", installation.databaseOwner());
            database(connection, "keycloak", installation.databaseKeycloak());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare PostgreSQL", e);
        }
    }

    private static void role(Connection connection, Login login) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.username())) {
            execute(connection, "CREATE ROLE " + login.username() + " LOGIN");
        }
        // Letters and digits only, so it needs no quoting.
        execute(
                connection,
                "ALTER ROLE %s PASSWORD '%s'".formatted(login.username(), login.password()));
    }

    private static void database(Connection connection, String name, Login owner)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, owner.username()));
            execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        }
        // Also where it is there: an earlier version knew fewer roles.
        execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(name, users(name)));
    }

    private static String users(String database) {
        return database.equals("portaldesk")
                ? "portaldesk_owner, portaldesk_api, portaldesk_sealer"
                : "keycloak";
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
