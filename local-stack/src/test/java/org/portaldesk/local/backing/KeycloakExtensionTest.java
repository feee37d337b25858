package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeycloakExtensionTest {

    private static final String KNOWN = "org/portaldesk/keycloak/OwnPassword.class";

    @Test
    void theJarHoldsAllThatTheModuleHolds() throws IOException, URISyntaxException {
        var known = Objects.requireNonNull(getClass().getResource("/" + KNOWN)).toURI();
        assertThat(KeycloakExtension.files()).containsExactlyInAnyOrderElementsOf(all(known));
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
                    .filter(file -> !file.endsWith("package-info.class"))
                    .filter(file -> !file.startsWith("META-INF/maven"))
                    .filter(file -> !file.equals("META-INF/MANIFEST.MF"))
                    .toList();
        }
    }
}
