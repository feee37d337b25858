package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.SharedFolder;

/**
 * Keycloak unpacked and built for PostgreSQL, once per user of the machine: its own build takes
 * longer than its start.
 */
record KeycloakInstall(Path home) {

    /**
     * Options that are fixed at build time. They name the folder, as our extension does, so that a
     * change of them builds anew.
     */
    static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    /** Half the work of a start on two cores. What it costs later, a few people do not notice. */
    private static final List<String> QUICK_TO_START =
            List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static KeycloakInstall ready() {
        return new KeycloakInstall(SharedFolder.named(name(), KeycloakInstall::fill));
    }

    static boolean present() {
        return SharedFolder.exists(name());
    }

    private static String name() {
        String fingerprint =
                Integer.toHexString(
                        31 * BUILD_OPTIONS.hashCode() + KeycloakExtension.fingerprint());
        return "keycloak-" + Build.read().keycloakVersion() + "-" + fingerprint;
    }

    /**
     * The command line of {@code kc.sh} without the shell in between, so that a signal reaches
     * Keycloak itself.
     */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Build.java()));
        command.addAll(QUICK_TO_START);
        for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private static void fill(Path folder) throws IOException {
        Path archive = Build.read().keycloakArchive();
        if (!Files.exists(archive)) {
            throw new IOException("Keycloak's archive is gone, build again: " + archive);
        }
        unzip(archive, folder);
        KeycloakExtension.writeTo(folder.resolve("providers"));
        List<String> build = new ArrayList<>(List.of("build"));
        build.addAll(BUILD_OPTIONS);
        Path log = folder.resolve("build.log");
        var process =
                new ProcessBuilder(new KeycloakInstall(folder).command(build))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Keycloak's build failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("Interrupted while Keycloak was being built", e);
        }
    }

    private static void unzip(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Without the first part of the path, which is the version's folder.
                Path inside = Path.of(entry.getName());
                if (!entry.isDirectory()) {
                    Path target =
                            folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }
}
