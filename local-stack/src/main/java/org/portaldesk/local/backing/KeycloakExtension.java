package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    private static final String KNOWN = "org/portaldesk/keycloak/OwnPassword.class";

    /** What of its module, which may lie beside others, goes into the jar. */
    private static final List<String> PARTS =
            List.of(
                    "META-INF/services/org.keycloak.",
                    "org/portaldesk/keycloak/",
                    "theme-resources/");

    private static final List<String> FILES = files();

    private KeycloakExtension() {}

    /** What the jar holds. */
    static List<String> files() {
        try {
            var known = Objects.requireNonNull(KeycloakExtension.class.getResource("/" + KNOWN));
            return all(known.toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a folder of classes, or in a jar. */
    private static List<String> all(URI known) throws IOException {
        if (known.getScheme().equals("file")) {
            var path = Path.of(known).toString();
            return below(Path.of(path.substring(0, path.length() - KNOWN.length())));
        }
        try (var jar = FileSystems.newFileSystem(known, Map.of())) {
            return below(jar.getPath("/"));
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> PARTS.stream().anyMatch(file::startsWith))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .sorted()
                    .toList();
        }
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
