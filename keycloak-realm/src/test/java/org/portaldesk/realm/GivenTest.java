package org.portaldesk.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenTest {

    private static final String SECRET = "PORTAL_DESK_CONSOLE_CLIENT_SECRET";

    @TempDir private Path folder;

    @Test
    void aSecretIsReadFromItsFileWithoutTheLineEnd() throws IOException {
        Files.writeString(folder.resolve(SECRET), "of-the-file\n");
        Files.writeString(folder.resolve("trust.p12"), "no variable of ours");

        assertThat(given(Map.of()).required(SECRET)).isEqualTo("of-the-file");
        assertThat(given(Map.of()).values()).doesNotContainKey("trust.p12");
    }

    @Test
    void aVariableCountsMoreThanAFile() throws IOException {
        Files.writeString(folder.resolve(SECRET), "of-the-file");

        assertThat(given(Map.of(SECRET, "of-the-environment")).required(SECRET))
                .isEqualTo("of-the-environment");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> given(Map.of()).required(SECRET)).hasMessageContaining(SECRET);
    }

    @Test
    void programsReachKeycloakFromInsideWhereThatIsSaid() {
        var outside = Map.of("PORTAL_DESK_KEYCLOAK_URL", "https://sign-in.hospital.example");
        assertThat(given(outside).keycloakUrl()).isEqualTo("https://sign-in.hospital.example");

        var both = new HashMap<>(outside);
        both.put("PORTAL_DESK_KEYCLOAK_INTERNAL_URL", "https://keycloak:8443");
        assertThat(given(both).keycloakUrl()).isEqualTo("https://keycloak:8443");
    }

    @Test
    void noSecretIsPrinted() throws IOException {
        Files.writeString(folder.resolve(SECRET), "of-the-file");

        assertThat(given(Map.of())).asString().contains(SECRET).doesNotContain("of-the-file");
    }

    private Given given(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("PORTAL_DESK_SECRETS", folder.toString());
        return Given.of(all);
    }
}
