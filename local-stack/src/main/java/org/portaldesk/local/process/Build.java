package org.portaldesk.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * What Maven knew when this module was built.
 *
 * @param keycloakArchive Keycloak's distribution in the local Maven repository
 */
public record Build(String keycloakVersion, Path keycloakArchive, String postgresVersion) {

    public static Build read() {
        var properties = new Properties();
        try (InputStream in =
                Build.class.getResourceAsStream("/org/portaldesk/local/build.properties")) {
            properties.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                properties.getProperty("keycloak.version", ""),
                Path.of(properties.getProperty("keycloak.archive", "")),
                properties.getProperty("postgres.version", ""));
    }

    /** The {@code java} that runs us, which is the one our children run on. */
    public static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}
