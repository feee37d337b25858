package org.portaldesk.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RealmFileTest {

    private static final Map<String, String> VALUES =
            Stream.of(
                            "CONSOLE_URL",
                            "API_URL",
                            "PORTAL_URL",
                            "CONSOLE_CLIENT_SECRET",
                            "EHR_FEED_CLIENT_SECRET",
                            "KEYCLOAK_CLIENT_SECRET",
                            "FACILITY_NAME",
                            "SMTP_HOST",
                            "SMTP_PORT",
                            "SMTP_USERNAME",
                            "SMTP_PASSWORD",
                            "MAIL_FROM")
                    .collect(
                            Collectors.toMap(
                                    name -> "PORTAL_DESK_" + name, name -> "value-of-" + name));

    @ParameterizedTest
    @ValueSource(strings = {"staff", "patients"})
    void everyPlaceholderOfOursIsFilledIn(String realm) {
        assertThat(RealmFile.named(realm, VALUES).content().toString())
                .contains("value-of-")
                .doesNotContain("${PORTAL_DESK_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "patients"})
    void noSecretIsInTheFile(String realm) {
        RealmFile.named(realm, VALUES)
                .content()
                .findValues("secret")
                .forEach(secret -> assertThat(secret.stringValue()).startsWith("value-of-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "patients"})
    void noClientTakesPasswordsOrGivesTokensInAnAddress(String realm) {
        for (var client : RealmFile.named(realm, VALUES).content().path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").booleanValue()).isFalse();
            assertThat(client.path("implicitFlowEnabled").booleanValue(false)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "patients"})
    void whereASignInLeadsIsNamedToTheLetter(String realm) {
        for (var client : RealmFile.named(realm, VALUES).content().path("clients")) {
            if (client.path("standardFlowEnabled").booleanValue(false)) {
                assertThat(client.path("redirectUris").toString()).doesNotContain("*");
                assertThat(client.path("webOrigins").toString()).doesNotContain("*", "+");
                assertThat(client.path("attributes").toString()).doesNotContain("*", "+");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "patients"})
    void aRefreshTokenWorksOnce(String realm) {
        var content = RealmFile.named(realm, VALUES).content();
        assertThat(content.path("revokeRefreshToken").booleanValue()).isTrue();
        assertThat(content.path("refreshTokenMaxReuse").intValue()).isZero();
    }

    @Test
    void thePagesThatDescribeTheApiHaveNoClientInAHospital() {
        var staff = RealmFile.named("staff", VALUES).content();
        assertThat(staff.path("clients").findValuesAsString("clientId")).doesNotContain("api-docs");
        assertThat(staff.path("gone").path("clients").toString()).contains("api-docs");
    }

    @Test
    void anAdditionIsFilledInAndLeavesTheFileAsItWas() {
        var staff = RealmFile.named("staff", VALUES);
        var before = staff.fingerprint();
        var addition =
                JsonMapper.shared()
                        .readTree("{\"clients\": [{\"clientId\": \"${PORTAL_DESK_API_URL}\"}]}");
        var both = staff.with(addition, VALUES);
        assertThat(both.content().path("clients").findValuesAsString("clientId"))
                .contains("admin-ui", "value-of-API_URL");
        assertThat(staff.fingerprint()).isEqualTo(before).isNotEqualTo(both.fingerprint());
    }

    @Test
    void aMissingSecretStopsTheUpdateAndIsNamed() {
        var values = new HashMap<>(VALUES);
        values.remove("PORTAL_DESK_EHR_FEED_CLIENT_SECRET");
        assertThatThrownBy(() -> RealmFile.named("staff", values))
                .hasMessageContaining("PORTAL_DESK_EHR_FEED_CLIENT_SECRET");
    }

    @Test
    void aBlankSecretIsAMissingOne() {
        var values = new HashMap<>(VALUES);
        values.put("PORTAL_DESK_KEYCLOAK_CLIENT_SECRET", " ");
        assertThatThrownBy(() -> RealmFile.named("patients", values))
                .hasMessageContaining("PORTAL_DESK_KEYCLOAK_CLIENT_SECRET");
    }

    @Test
    void theFingerprintChangesWithAnyValue() {
        String before = RealmFile.named("staff", VALUES).fingerprint();
        assertThat(RealmFile.named("staff", VALUES).fingerprint()).isEqualTo(before);
        var values = new HashMap<>(VALUES);
        values.put("PORTAL_DESK_CONSOLE_URL", "https://desk.hospital.example");
        assertThat(RealmFile.named("staff", values).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void theFingerprintChangesWithTheProfile() {
        RealmFile patients = RealmFile.named("patients", VALUES);
        var without = new RealmFile(patients.content(), java.util.Optional.empty());
        assertThat(patients.profile()).isPresent();
        assertThat(without.fingerprint()).isNotEqualTo(patients.fingerprint());
    }
}
