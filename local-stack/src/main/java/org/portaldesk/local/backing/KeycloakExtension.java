package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Our own part of Keycloak, as the jar that goes into its folder {@code providers}. It is read as
 * data: its classes could not be loaded outside of Keycloak.
 *
 * @see "docs/decisions/0064-earlier-links-end.md"
 */
public final class KeycloakExtension {

    private static final List<String> FILES =
            List.of(
                    "META-INF/services/org.keycloak.authentication.actiontoken.ActionTokenHandlerFactory",
                    "META-INF/services/org.keycloak.credential.CredentialProviderFactory",
                    "META-INF/services/org.keycloak.policy.PasswordPolicyProviderFactory",
                    "META-INF/services/org.keycloak.services.managers.BruteForceProtectorFactory",
                    "org/portaldesk/keycloak/Attempts.class",
                    "org/portaldesk/keycloak/DummyHash.class",
                    "org/portaldesk/keycloak/Ending.class",
                    "org/portaldesk/keycloak/NewestLink.class",
                    "org/portaldesk/keycloak/OwnPassword.class",
                    "org/portaldesk/keycloak/OwnPasswordFactory.class",
                    "org/portaldesk/keycloak/Pair.class",
                    "org/portaldesk/keycloak/PairedUser.class",
                    "org/portaldesk/keycloak/PasswordWorth.class",
                    "org/portaldesk/keycloak/StaffFailures.class",
                    "org/portaldesk/keycloak/StaffThrottle.class",
                    "org/portaldesk/keycloak/StaffThrottleFactory.class",
                    "org/portaldesk/keycloak/Unguessable.class",
                    "org/portaldesk/keycloak/UnguessableFactory.class",
                    "org/portaldesk/keycloak/well-known-words.txt",
                    "theme-resources/messages/messages_en.properties",
                    "theme-resources/messages/messages_es.properties");

    private KeycloakExtension() {}

    /** What the jar holds. */
    static List<String> files() {
        return FILES;
    }

    /** Changes with each of its files. */
    static int fingerprint() {
        return FILES.stream().mapToInt(file -> Arrays.hashCode(read(file))).sum();
    }

    /** Writes {@code portal-desk.jar} into the folder, which is made if there is none. */
    public static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var jar =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("portal-desk.jar")))) {
            for (String file : FILES) {
                jar.putNextEntry(new ZipEntry(file));
                jar.write(read(file));
            }
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = KeycloakExtension.class.getResourceAsStream("/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
