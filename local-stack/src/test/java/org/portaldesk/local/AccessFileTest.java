package org.portaldesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessFileTest {

    @TempDir Path folder;

    private Path file;
    private JsonNode json;

    @BeforeEach
    void write() {
        file = folder.resolve("access.json");
        var ports = Ports.from(Map.of("PORTAL_DESK_API_PORT", "9081"));
        AccessFile.of(Installation.in(folder, ports)).write(file);
        json = JsonMapper.shared().readTree(file.toFile());
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void itNamesEveryAddress() {
        assertThat(json.path("console").stringValue()).isEqualTo("http://localhost:8080");
        assertThat(json.path("api").stringValue()).isEqualTo("http://localhost:9081");
        assertThat(json.path("keycloak").stringValue()).isEqualTo("http://localhost:8180");
        assertThat(json.path("database").stringValue())
                .matches("postgresql://portaldesk_api:\\w{24}@localhost:5433/portaldesk");
        assertThat(json.path("databaseAdmin").stringValue()).startsWith("postgresql://postgres:");
        assertThat(json.at("/mail/smtp").stringValue()).isEqualTo("localhost:3025");
        assertThat(json.at("/mail/imap").stringValue()).isEqualTo("localhost:3143");
    }

    @ParameterizedTest
    @CsvSource({
        "him-staff, 1",
        "support-agent, 2",
        "roi-reviewer, 2",
        "clinician, 1",
        "supervisor, 1",
        "privacy-officer, 1",
        "administrator, 1"
    })
    void everyRoleHasSomebodyWhoCanSignIn(String role, int atLeast) {
        int found = 0;
        for (JsonNode member : json.path("staff")) {
            assertThat(member.path("password").stringValue()).hasSize(24);
            found += member.path("roles").toString().contains('"' + role + '"') ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void aPublicClientHasNoSecretAndAServiceNoRedirect() {
        for (JsonNode client : json.path("clients")) {
            switch (client.path("clientId").stringValue()) {
                case "api-docs", "patient-portal" -> assertThat(client.has("secret")).isFalse();
                case "ehr-feed", "reactive-api" -> assertThat(client.has("redirectUri")).isFalse();
                default -> assertThat(client.path("secret").stringValue()).hasSize(24);
            }
        }
    }

    @Test
    void readAgainItIsTheSame() {
        AccessFile.read(file).write(folder.resolve("again.json"));
        assertThat(folder.resolve("again.json")).hasSameTextualContentAs(file);
    }

    @Test
    void whereNothingWasStartedItSaysSo() {
        assertThatThrownBy(() -> AccessFile.read(folder.resolve("nowhere.json")))
                .hasMessageContaining("Nothing was started here yet");
    }
}
