package org.portaldesk.local.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Running;
import org.portaldesk.local.process.Starting;

/**
 * A real, durable PostgreSQL on the loopback address: an answered commit is on disk. It holds the
 * databases {@code portaldesk} and {@code keycloak}, and the roles {@code portaldesk_owner} (owns
 * the first, for migrations), {@code portaldesk_api} and {@code portaldesk_sealer} (own nothing)
 * and {@code keycloak} (owns the second).
 */
public final class Postgres implements Running {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    // As durable as the default, one call fewer for each commit: decision 0103.
                    "wal_sync_method=open_datasync",
                    // Two milliseconds for others to come along, where there are any.
                    "commit_delay=2000",
                    "commit_siblings=1",
                    "full_page_writes=on",
                    "max_connections=200",
                    "shared_buffers=256MB",
                    "jit=off",
                    // A row that breaks a constraint, and a statement that fails, would stand in
                    // the log with its data.
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic",
                    "timezone=UTC",
                    "log_timezone=UTC");

    private final Installation installation;
    private final Starting process;

    private Postgres(Installation installation, Starting process) {
        this.installation = installation;
        this.process = process;
    }

    /**
     * Starts it on the installation's data, which is made at the first start. Returns when it takes
     * connections.
     */
    public static Postgres start(Installation installation) {
        var process = Servers.found().postgres(installation, SETTINGS);
        var server = new Postgres(installation, process);
        try {
            server.process.await(
                    () ->
                            process.listens(installation.ports(), Ports.Server.POSTGRES)
                                    && server.takesConnections(),
                    PATIENCE);
            new PostgresSetup(server).apply();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where it is, and who may sign in to it. */
    public Installation installation() {
        return installation;
    }

    /** The address of a database, e.g. {@code postgresql://localhost:5433/portaldesk}. */
    public String url(String database) {
        return installation.databaseUrl(database);
    }

    public Login superuser() {
        return installation.databaseSuperuser();
    }

    /** Owns the schema of {@code portaldesk}. */
    public Login owner() {
        return installation.databaseOwner();
    }

    /** What the API works as; it owns nothing. */
    public Login api() {
        return installation.databaseApi();
    }

    /** A JDBC connection. */
    public Connection connect(String database, Login login) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + installation.databaseUrl(database), login.username(), login.password());
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    /** Ends it as an operator would: clients are cut off, nothing committed is lost. */
    @Override
    public void close() {
        process.close();
    }

    private boolean takesConnections() {
        try (Connection connection = connect("postgres", installation.databaseSuperuser())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
