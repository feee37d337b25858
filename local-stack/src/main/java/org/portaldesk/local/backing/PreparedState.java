package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.SharedFolder;

/**
 * The state of a system that was set up once and then stopped, for tests to begin from: Keycloak
 * takes most of a minute to make its tables. Older realms in it do no harm, since every start
 * brings them to what the files say.
 */
final class PreparedState {

    private PreparedState() {}

    /** Puts a copy into an empty folder. */
    static void copyTo(Path folder) {
        Build build = Build.read();
        String name =
                "state-keycloak-"
                        + build.keycloakVersion()
                        + "-postgres-"
                        + build.postgresVersion();
        Path prepared = SharedFolder.named(name, PreparedState::prepare);
        try (Stream<Path> files = Files.walk(prepared)) {
            for (Path file : files.skip(1).toList()) {
                // With its permissions, on which PostgreSQL insists.
                Files.copy(
                        file,
                        folder.resolve(prepared.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(Path folder) {
        Backing.start(Installation.in(folder, Ports.free())).close();
        SharedFolder.delete(folder.resolve("logs"));
    }
}
