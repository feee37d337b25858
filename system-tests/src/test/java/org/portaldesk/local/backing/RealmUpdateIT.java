package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.local.signin.BrowserSignIn;
import org.portaldesk.local.signin.ServiceSignIn;
import org.portaldesk.local.signin.SignInRefused;
import org.portaldesk.realm.KeycloakAdmin;
import org.portaldesk.realm.RealmFile;
import org.portaldesk.realm.RealmUpdate;
import org.portaldesk.realm.RealmUpdate.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A changed file reaches a realm that exists, and nobody who works there notices more than the
 * change.
 */
class RealmUpdateIT {

    private final Backing backing = Backing.shared();
    private final KeycloakAdmin admin = backing.keycloak().admin();

    @AfterEach
    void backToTheFile() {
        RealmUpdate.apply(admin, file());
    }

    @Test
    void anUnchangedFileIsLeftAlone() {
        assertThat(RealmUpdate.apply(admin, file())).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aChangedSettingArrivesAndIsAppliedOnce() {
        RealmFile changed = changed(realm -> realm.put("ssoSessionIdleTimeout", 600));
        assertThat(RealmUpdate.apply(admin, changed)).isEqualTo(Outcome.UPDATED);
        assertThat(admin.get("/staff").path("ssoSessionIdleTimeout").intValue()).isEqualTo(600);
        assertThat(admin.get("/staff").path("bruteForceProtected").booleanValue()).isTrue();
        assertThat(RealmUpdate.apply(admin, changed)).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aNewRoleArrivesAndAForgottenOneStaysWithItsHolders() {
        RealmUpdate.apply(
                admin,
                changed(
                        realm -> {
                            var roles = (ArrayNode) realm.path("roles").path("realm");
                            roles.remove(0);
                            roles.addObject().put("name", "night-desk");
                        }));
        assertThat(admin.find("/staff/roles/night-desk")).isPresent();
        assertThat(admin.find("/staff/roles/him-staff")).isPresent();
        assertThat(backing.staffToken("him-staff")).isNotEmpty();
        admin.delete("/staff/roles/night-desk");
    }

    @Test
    void aChangedClientSecretIsTheOnlyOneThatWorks() {
        RealmUpdate.apply(
                admin, changed(realm -> client(realm, "ehr-feed").put("secret", "another-secret")));
        assertThatThrownBy(backing::feedToken).isInstanceOf(SignInRefused.class);
        var another =
                new ServiceSignIn(backing.keycloak().url(), "staff", "ehr-feed", "another-secret");
        assertThat(another.accessToken()).isNotEmpty();
    }

    @Test
    void aChangedRedirectAddressReplacesTheOldOne() {
        RealmUpdate.apply(
                admin,
                changed(
                        realm ->
                                ((ArrayNode) client(realm, "api-docs").path("redirectUris"))
                                        .removeAll()
                                        .add("http://127.0.0.1:1/elsewhere")));
        StaffMember member = backing.staff("supervisor");
        var elsewhere =
                new BrowserSignIn(
                        backing.keycloak().url(),
                        "staff",
                        "api-docs",
                        "http://127.0.0.1:1/elsewhere");
        assertThat(elsewhere.signIn(member.username(), member.password()).accessToken())
                .isNotEmpty();
        assertThatThrownBy(() -> backing.staffToken("supervisor"))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void aClientThatIsGoneIsGoneFromARealmThatHadIt() {
        assertThat(admin.get("/staff/clients?clientId=api-docs")).isNotEmpty();
        RealmUpdate.apply(admin, RealmFile.named("staff", backing.installation().realmValues()));
        assertThat(admin.get("/staff/clients?clientId=api-docs")).isEmpty();
        assertThat(admin.get("/staff/clients?clientId=admin-ui")).isNotEmpty();
    }

    @Test
    void whoeverHadAnAccountBeforeTheGroupIsInIt() {
        String user = "before-" + System.nanoTime();
        admin.post("/patients/users", java.util.Map.of("username", user));
        String path =
                "/patients/users/"
                        + admin.get("/patients/users?exact=true&username=" + user)
                                .at("/0/id")
                                .stringValue()
                        + "/groups";
        String group =
                admin.get("/patients/groups?exact=true&search=portal-users")
                        .at("/0/id")
                        .stringValue();
        admin.delete("/patients/groups/" + group);
        assertThat(admin.get(path)).isEmpty();

        ObjectNode content = Keycloak.file("patients", backing.installation()).content();
        RealmUpdate.apply(
                admin, new RealmFile(content.put("displayName", "Anew"), Optional.empty()));
        assertThat(names(path)).isEqualTo("[portal-users]");
        RealmUpdate.apply(admin, Keycloak.file("patients", backing.installation()));
        admin.delete(path.replace("/groups", ""));
    }

    @Test
    void mappersScopesAndVisibleRolesBecomeExactlyThoseOfTheFile() {
        RealmUpdate.apply(
                admin,
                changed(
                        realm -> {
                            var client = client(realm, "api-docs");
                            ((ObjectNode) client.at("/protocolMappers/0")).put("name", "renamed");
                            ((ArrayNode) client.path("defaultClientScopes")).remove(1);
                            ((ObjectNode) realm.at("/scopeMappings/2"))
                                    .putArray("roles")
                                    .add("clinician");
                        }));
        String client = "/staff/clients/" + idOf("api-docs");
        assertThat(names(client + "/protocol-mappers/models")).isEqualTo("[renamed]");
        assertThat(names(client + "/default-client-scopes"))
                .doesNotContain("profile")
                .contains("roles");
        assertThat(names(client + "/scope-mappings/realm")).isEqualTo("[clinician]");
    }

    @Test
    void aServiceAccountLosesWhatTheFileDoesNotGiveIt() {
        String client = "/staff/clients/" + idOf("ehr-feed");
        String user = admin.get(client + "/service-account-user").path("id").stringValue();
        String roles = "/staff/users/" + user + "/role-mappings/realm";
        admin.post(roles, java.util.List.of(admin.get("/staff/roles/administrator")));
        RealmUpdate.apply(admin, changed(realm -> realm.put("displayName", "Another name")));
        assertThat(names(roles)).isEqualTo("[ehr-feed]");
    }

    @Test
    void peopleKeepTheirPasswordsAndRoles() {
        int before = admin.get("/staff/users/count").intValue();
        RealmUpdate.apply(admin, changed(realm -> realm.put("displayName", "Another name")));
        assertThat(admin.get("/staff/users/count").intValue()).isEqualTo(before);
        backing.staff().forEach(m -> backing.staffSignIn().signIn(m.username(), m.password()));
    }

    private RealmFile file() {
        return Keycloak.file("staff", backing.installation());
    }

    private RealmFile changed(Consumer<ObjectNode> change) {
        ObjectNode content = file().content();
        change.accept(content);
        return new RealmFile(content, Optional.empty());
    }

    private static ObjectNode client(ObjectNode realm, String clientId) {
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").stringValue().equals(clientId)) {
                return (ObjectNode) client;
            }
        }
        throw new AssertionError("No client " + clientId);
    }

    private String idOf(String clientId) {
        return admin.get("/staff/clients?clientId=" + clientId).at("/0/id").stringValue();
    }

    private String names(String path) {
        return admin.get(path).findValuesAsString("name").toString();
    }
}
