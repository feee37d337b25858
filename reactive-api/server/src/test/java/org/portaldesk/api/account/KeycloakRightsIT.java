package org.portaldesk.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.signin.ServiceSignIn;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API's own client may do in Keycloak, and what it may not, told by Keycloak itself. */
class KeycloakRightsIT {

    private static final Map<String, Object> PASSWORD =
            Map.of("type", "password", "value", "another long pass phrase");

    /** How an export brings a password along. */
    private static final Map<String, Object> HASH =
            Map.of(
                    "type",
                    "password",
                    "secretData",
                    "{\"value\":\"c29tZXRoaW5n\",\"salt\":\"c2FsdA==\"}",
                    "credentialData",
                    "{\"hashIterations\":5,\"algorithm\":\"argon2\"}");

    private final Backing backing = Backing.shared();
    private final KeycloakAdmin admin = backing.keycloak().admin();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token =
            new ServiceSignIn(
                            backing.keycloak().url(),
                            "patients",
                            "reactive-api",
                            backing.installation().clientSecret("reactive-api"))
                    .accessToken();

    private final String name = "rights-" + System.nanoTime();
    private String member = "";
    private String stranger = "";
    private String portalUsers = "";
    private String others = "";

    @BeforeEach
    void people() {
        portalUsers = group("portal-users");
        admin.post("/patients/groups", Map.of("name", name));
        others = group(name);
        member = user(name + "-member");
        stranger = user(name + "-stranger");
        admin.delete("/patients/users/" + stranger + "/groups/" + portalUsers);
    }

    @AfterEach
    void leave() {
        admin.delete("/patients/users/" + stranger);
        admin.find("/patients/users/" + member)
                .ifPresent(found -> admin.delete("/patients/users/" + member));
        admin.delete("/patients/groups/" + others);
    }

    @Test
    void whatIsNoneOfItsActsIsForbidden() {
        assertThat(forbidden())
                .hasSize(51)
                .allSatisfy(call -> assertThat(call.status()).as("%s", call).isEqualTo(403));
    }

    @Test
    void whatItDoesForPatientsWorks() {
        var username = name + "-new";
        var created =
                Map.of(
                        "username",
                        username,
                        "email",
                        username + "@example.org",
                        "enabled",
                        false,
                        "groups",
                        List.of("/portal-users"),
                        "credentials",
                        List.of(Map.of("type", "password", "value", Member.PASSWORD)));
        assertThat(call("POST", "/users", created).status()).isEqualTo(201);
        var id = idOf(username);
        var user = "/users/" + id;
        var locks = "/attack-detection/brute-force" + user;
        var acts =
                List.of(
                        call("GET", "/users?exact=true&username=" + username, null),
                        call("GET", user, null),
                        call("PUT", user, Map.of("enabled", true)),
                        call("GET", user + "/credentials", null),
                        call("GET", locks, null),
                        call("DELETE", locks, null),
                        call("POST", user + "/logout", null),
                        call("GET", "/events?user=" + id, null),
                        call(
                                "PUT",
                                user + "/execute-actions-email?lifespan=600",
                                List.of("UPDATE_PASSWORD")),
                        call("DELETE", user, null));
        assertThat(acts).allSatisfy(act -> assertThat(act.status()).isIn(200, 204));
    }

    @Test
    void aStrangerIsNotEvenSeen() {
        assertThat(seen(name + "-member")).contains(member);
        assertThat(seen(name + "-stranger")).doesNotContain(stranger);
    }

    @Test
    void whoeverElseMayStillSetsAPassword() {
        admin.put("/patients/users/" + member + "/reset-password", PASSWORD);
        assertThat(
                        backing.patientSignIn()
                                .signIn(name + "-member", "another long pass phrase")
                                .accessToken())
                .isNotEmpty();
    }

    private List<Call> forbidden() {
        var calls = new ArrayList<>(onItsOwnUsers());
        calls.addAll(onOthers());
        calls.addAll(onTheRealm());
        return calls;
    }

    private List<Call> onItsOwnUsers() {
        var known = "/users/" + member;
        return List.of(
                call("PUT", known + "/reset-password", PASSWORD),
                call("PUT", known, Map.of("credentials", List.of(PASSWORD))),
                call("PUT", known, Map.of("credentials", List.of(HASH))),
                call("POST", known + "/impersonation", Map.of()),
                call("POST", known + "/role-mappings/realm", List.of(role())),
                call("DELETE", known + "/role-mappings/realm", List.of(role())),
                call("PUT", known + "/groups/" + others, null),
                call("DELETE", known + "/groups/" + portalUsers, null));
    }

    private List<Call> onOthers() {
        var unknown = "/users/" + stranger;
        var itself = "/users/" + serviceAccount();
        var locks = "/attack-detection/brute-force/users";
        return List.of(
                call("POST", "/users", Map.of("username", name + "-a")),
                call(
                        "POST",
                        "/users",
                        Map.of("username", name + "-b", "groups", List.of("/" + name))),
                call("GET", unknown, null),
                call("PUT", unknown, Map.of("enabled", false)),
                call("DELETE", unknown, null),
                call("PUT", unknown + "/reset-password", PASSWORD),
                call("POST", unknown + "/logout", null),
                call("PUT", unknown + "/execute-actions-email", List.of("UPDATE_PASSWORD")),
                call("GET", unknown + "/credentials", null),
                call("GET", locks + "/" + stranger, null),
                call("DELETE", locks + "/" + stranger, null),
                call("DELETE", locks, null),
                call("PUT", itself, Map.of("email", "api@example.org")),
                call("POST", itself + "/role-mappings/realm", List.of(role())));
    }

    private List<Call> onTheRealm() {
        return List.of(
                call("POST", "/logout-all", Map.of()),
                call("DELETE", "/sessions/0190d5a2-0000-7000-8000-000000000001", null),
                call("GET", "/groups", null),
                call("POST", "/groups", Map.of("name", name + "-c")),
                call("PUT", "/groups/" + portalUsers, Map.of("name", "renamed")),
                call("DELETE", "/groups/" + portalUsers, null),
                call("POST", "/groups/" + portalUsers + "/children", Map.of("name", name + "-d")),
                call(
                        "POST",
                        "/groups/" + portalUsers + "/children",
                        Map.of("id", others, "name", name)),
                call("PUT", "/default-groups/" + others, null),
                call("GET", "/roles/offline_access/groups", null),
                call("GET", "/roles/offline_access/users", null),
                call("PUT", "", Map.of("registrationAllowed", true)),
                call("DELETE", "", null),
                call("GET", "/clients", null),
                call("POST", "/clients", Map.of("clientId", name)),
                call(
                        "POST",
                        "/clients/" + permissions() + "/permission/scope",
                        Map.of("name", name)),
                call("GET", "/roles", null),
                call("POST", "/roles", Map.of("name", name)),
                call("PUT", "/users/profile", Map.of()),
                call("GET", "/keys", null),
                call("GET", "/components", null),
                call("GET", "/authentication/flows", null),
                call("POST", "/identity-provider/instances", Map.of("alias", name)),
                call("PUT", "/events/config", Map.of("eventsEnabled", false)),
                call("DELETE", "/events", null),
                call("DELETE", "/admin-events", null),
                call("POST", "/partialImport", Map.of("ifResourceExists", "SKIP")),
                new Call("GET", "/staff/users", null),
                new Call("POST", "", Map.of("realm", name)));
    }

    private String group(String name) {
        return admin.get("/patients/groups?exact=true&search=" + name)
                .path(0)
                .path("id")
                .stringValue();
    }

    private String user(String name) {
        admin.post(
                "/patients/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "email",
                        name + "@example.org",
                        "credentials",
                        List.of(Map.of("type", "password", "value", Member.PASSWORD))));
        return idOf(name);
    }

    private String idOf(String username) {
        return admin.get("/patients/users?exact=true&username=" + username)
                .path(0)
                .path("id")
                .stringValue();
    }

    private String client(String clientId) {
        return admin.get("/patients/clients?clientId=" + clientId).path(0).path("id").stringValue();
    }

    private String serviceAccount() {
        return admin.get("/patients/clients/" + client("reactive-api") + "/service-account-user")
                .path("id")
                .stringValue();
    }

    private String permissions() {
        return client("admin-permissions") + "/authz/resource-server";
    }

    private JsonNode role() {
        return admin.get("/patients/roles/offline_access");
    }

    private String seen(String username) {
        return call("GET", "/users?exact=true&username=" + username, null).body();
    }

    private Call call(String method, String path, @Nullable Object body) {
        return new Call(method, "/patients" + path, body);
    }

    /** One call of Keycloak's Admin REST API by the API's own token. */
    private final class Call {

        private final String name;
        private final HttpRequest request;

        Call(String method, String path, @Nullable Object body) {
            this.name = method + " " + path;
            var content =
                    body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
            this.request =
                    HttpRequest.newBuilder(
                                    URI.create(backing.keycloak().url() + "/admin/realms" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, content)
                            .build();
        }

        int status() {
            return answer().statusCode();
        }

        String body() {
            return answer().body();
        }

        private HttpResponse<String> answer() {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
