package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.portaldesk.local.signin.BrowserSignIn;
import org.portaldesk.local.signin.ServiceSignIn;
import org.portaldesk.local.signin.SignInRefused;
import org.portaldesk.local.signin.Tokens;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the servers behind the API are like when they have just been set up. */
class BackingIT {

    private final Backing backing = Backing.shared();
    private final KeycloakAdmin admin = backing.keycloak().admin();

    @Test
    void everyMemberOfStaffSignsInWithTheirRoleForTheApi() {
        for (StaffMember member : backing.staff()) {
            JsonNode token =
                    claims(
                            backing.staffSignIn()
                                    .signIn(member.username(), member.password())
                                    .accessToken());
            assertThat(texts(token.at("/realm_access/roles")))
                    .containsExactlyInAnyOrderElementsOf(member.roles());
            assertThat(token.path("aud").asString("")).isEqualTo("reactive-api");
            assertThat(token.path("preferred_username").asString("")).isEqualTo(member.username());
            assertThat(token.path("name").asString("")).contains(member.familyName());
        }
    }

    @Test
    void theConsoleSeesTheRolesInTheIdToken() {
        Installation installation = backing.installation();
        StaffMember member = backing.staff("privacy-officer");
        var console =
                new BrowserSignIn(
                        backing.keycloak().url(),
                        "staff",
                        "admin-ui",
                        installation.consoleUrl() + "/login/oauth2/code/keycloak",
                        installation.clientSecret("admin-ui"));
        Tokens tokens = console.signIn(member.username(), member.password());
        JsonNode identity = claims(Objects.requireNonNull(tokens.idToken()));
        assertThat(texts(identity.at("/realm_access/roles"))).containsExactly("privacy-officer");
        assertThat(claims(tokens.accessToken()).path("aud").asString("")).isEqualTo("reactive-api");
        assertThat(tokens.refreshToken()).isNotNull();
        assertThat(tokens.expiresIn()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aWrongPasswordIsRefused() {
        StaffMember member = backing.staff("clinician");
        assertThatThrownBy(
                        () ->
                                backing.staffSignIn()
                                        .signIn(member.username(), "not " + member.password()))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("Invalid username or password");
    }

    @Test
    void theFeedSignsInAsAServiceWithItsOwnRoleOnly() {
        JsonNode token = claims(backing.feedToken());
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly("ehr-feed");
        assertThat(token.path("aud").asString("")).isEqualTo("reactive-api");
    }

    @Test
    void noClientTakesPasswordsDirectly() {
        for (String realm : List.of("/staff", "/patients", "/master")) {
            assertThat(admin.get(realm + "/clients"))
                    .noneMatch(client -> client.path("directAccessGrantsEnabled").booleanValue());
        }
    }

    @Test
    void fiveWrongPasswordsLockAPatientOutAndClearingTheFailuresLetsThemInAgain() {
        patient("lock.me", "Correct-horse-9");
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(bruteForceStatus("lock.me").path("disabled").booleanValue())
                    .as("after %d failures", failure - 1)
                    .isFalse();
            assertThatThrownBy(() -> backing.patientSignIn().signIn("lock.me", "wrong"))
                    .isInstanceOf(SignInRefused.class);
        }
        assertThat(bruteForceStatus("lock.me").path("disabled").booleanValue()).isTrue();
        assertThatThrownBy(() -> backing.patientSignIn().signIn("lock.me", "Correct-horse-9"))
                .isInstanceOf(SignInRefused.class);

        admin.delete("/patients/attack-detection/brute-force/users/" + patientId("lock.me"));

        JsonNode token =
                claims(backing.patientSignIn().signIn("lock.me", "Correct-horse-9").accessToken());
        assertThat(token.path("person_id").asString("")).isEqualTo("person of lock.me");
        assertThat(token.path("aud").asString("")).isEqualTo("reactive-api");
    }

    @Test
    void patientsMayShareAnEmailAddress() {
        patient("parent.one", "Correct-horse-9");
        patient("parent.two", "Correct-horse-9");
        assertThat(admin.get("/patients/users?email=family%40example.org").size())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void signInsAreKeptAsEvents() {
        backing.staffToken("supervisor");
        assertThat(admin.get("/staff/events?type=LOGIN").isEmpty()).isFalse();
        assertThat(
                        admin.get("/patients/events/config")
                                .path("adminEventsDetailsEnabled")
                                .booleanValue())
                .isFalse();
    }

    @Test
    void theApisServiceHoldsNoRightOverAllUsers() {
        String token =
                new ServiceSignIn(
                                backing.keycloak().url(),
                                "patients",
                                "reactive-api",
                                backing.installation().clientSecret("reactive-api"))
                        .accessToken();
        assertThat(texts(claims(token).at("/resource_access/realm-management/roles")))
                .containsExactlyInAnyOrder("query-users", "view-events");
    }

    @Test
    void anAnsweredCommitIsOnDisk() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(one("SHOW " + setting)).isEqualTo("on");
        }
        assertThat(one("SHOW password_encryption")).isEqualTo("scram-sha-256");
        assertThat(one("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void theApisRoleMayNotMakeTables() {
        Postgres postgres = backing.postgres();
        assertThatThrownBy(
                        () -> {
                            try (Connection api =
                                    postgres.connect(
                                            "portaldesk", backing.installation().databaseApi())) {
                                api.createStatement().execute("CREATE TABLE mine ()");
                            }
                        })
                .hasMessageContaining("permission denied");
    }

    private String one(String query) throws SQLException {
        Postgres postgres = backing.postgres();
        try (Connection connection =
                        postgres.connect("portaldesk", backing.installation().databaseSuperuser());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void patient(String username, String password) {
        admin.post(
                "/patients/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "email",
                        "family@example.org",
                        "attributes",
                        Map.of("person_id", List.of("person of " + username)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password))));
    }

    private String patientId(String username) {
        return admin.get("/patients/users?exact=true&username=" + username)
                .at("/0/id")
                .stringValue();
    }

    private JsonNode bruteForceStatus(String username) {
        return admin.get("/patients/attack-detection/brute-force/users/" + patientId(username));
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
    }
}
