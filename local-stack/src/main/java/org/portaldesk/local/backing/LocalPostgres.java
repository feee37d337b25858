package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Starting;

/** PostgreSQL as a process of this machine, on the data in the installation's folder. */
record LocalPostgres(Path data, ChildProcess process) implements Starting {

    static LocalPostgres start(Installation installation, List<String> settings) {
        Path data = installation.folder().resolve("postgres");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(data, installation.databaseSuperuser());
        }
        List<String> command =
                command(data, installation.ports().of(Ports.Server.POSTGRES), settings);
        var folder = new ProcessFolder(installation.folder());
        return new LocalPostgres(data, ChildProcess.start("postgres", command, Map.of(), folder));
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public boolean listens(Ports ports, Ports.Server server) {
        return process.listens(ports, server);
    }

    @Override
    public IllegalStateException failure(String what) {
        return process.failure(what);
    }

    /** Ends it as an operator would: clients are cut off, nothing committed is lost. */
    @Override
    public void close() {
        run(
                List.of(
                        program("pg_ctl"),
                        "stop",
                        "-D",
                        data.toString(),
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        "30"));
        process.close();
    }

    private static List<String> command(Path data, int port, List<String> settings) {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(
                List.of(program("postgres"), "-D", data.toString(), "-p", String.valueOf(port)));
        command.addAll(
                List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
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
