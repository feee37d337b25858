package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Running;

/**
 * A real, durable PostgreSQL on the loopback address: an answered commit is on disk. It holds the
 * databases {@code portaldesk} and {@code keycloak}, and the roles {@code portaldesk_owner} (owns
 * the first, for migrations), {@code portaldesk_api} (owns nothing) and {@code keycloak} (owns the
 * second).
 */
public final class Postgres implements Running {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation;
    private final ChildProcess process;

    private Postgres(Installation installation, ChildProcess process) {
        this.installation = installation;
        this.process = process;
    }

    /**
     * Starts it on the installation's data, which is made at the first start. Returns when it takes
     * connections.
     */
    public static Postgres start(Installation installation) {
        Path data = data(installation);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(data, installation.databaseSuperuser());
        }
        List<String> command = command(data, installation.ports().of(Ports.Server.POSTGRES));
        var folder = new ProcessFolder(installation.folder());
        var server =
                new Postgres(
                        installation, ChildProcess.start("postgres", command, Map.of(), folder));
        try {
            server.process.await(server::takesConnections, PATIENCE);
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
        run(
                List.of(
                        program("pg_ctl"),
                        "stop",
                        "-D",
                        data(installation).toString(),
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        "30"));
        process.close();
    }

    private static Path data(Installation installation) {
        return installation.folder().resolve("postgres");
    }

    private boolean takesConnections() {
        try (Connection connection = connect("postgres", installation.databaseSuperuser())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<String> command(Path data, int port) {
        List<String> settings =
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=200",
                        "shared_buffers=256MB",
                        "jit=off",
                        // A row that breaks a constraint, and a statement that fails, would stand
                        // in the log with its data.
                        "log_error_verbosity=terse",
                        "log_min_error_statement=panic",
                        "timezone=UTC",
                        "log_timezone=UTC");
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(
                List.of(program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is somebody else. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "-U")
                : List.of();
    }

    private static void initialize(Path data, Login superuser) {
        try {
            Files.createDirectories(data.getParent());
            Path file = Files.createTempFile("portal-desk", ".password");
            try {
                Files.writeString(file, superuser.password());
                int code = run(initdb(data, superuser.username(), file));
                if (code != 0) {
                    throw new IllegalStateException("initdb ended with code " + code);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The built-in provider sorts the same on every machine, whatever its C library. */
    private static List<String> initdb(Path data, String superuser, Path passwordFile) {
        return List.of(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    private static int run(List<String> command) {
        List<String> whole = new ArrayList<>(asOrdinaryUser());
        whole.addAll(command);
        try {
            Process process =
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String program(String name) {
        return PostgresBinaries.folder().resolve("bin").resolve(name).toString();
    }
}
