package org.portaldesk.api.staff;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.signin.SignInRefused;
import org.portaldesk.local.signin.Tokens;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.JsonNode;

/** A member of staff of one test, in Keycloak. */
public record StaffPerson(Backing backing, String id, String username) {

    public static final String PASSWORD = "correct horse battery 7";

    /** With one role, {@code him-staff}. */
    public static StaffPerson joins(Backing backing) {
        var username = "staff-" + System.nanoTime();
        var admin = backing.keycloak().admin();
        admin.post(
                "/staff/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "firstName",
                        "Imogen",
                        "lastName",
                        "Newcomer",
                        "email",
                        username + "@hospital.example",
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))));
        var found = admin.get("/staff/users?exact=true&username=" + username);
        var person = new StaffPerson(backing, found.at("/0/id").stringValue(), username);
        person.grant("him-staff");
        return person;
    }

    public KeycloakAdmin admin() {
        return backing.keycloak().admin();
    }

    /** Where Keycloak keeps the person. */
    public String path() {
        return "/staff/users/" + id;
    }

    public void grant(String role) {
        admin().post(path() + "/role-mappings/realm", List.of(role(role)));
    }

    public void take(String role) {
        admin().delete(path() + "/role-mappings/realm", List.of(role(role)));
    }

    public void disable() {
        admin().put(path(), Map.of("enabled", false));
    }

    /** Ends all sessions, as an administrator does. */
    public void endSessions() {
        admin().post(path() + "/logout", Map.of());
    }

    public void leave() {
        admin().find(path()).ifPresent(_ -> admin().delete(path()));
    }

    public Tokens signIn() {
        return backing.consoleSignIn().signIn(username, PASSWORD);
    }

    public void mistype(String password) {
        try {
            backing.consoleSignIn().signIn(username, password);
            throw new IllegalStateException("signed in");
        } catch (SignInRefused expected) {
            // That is the point.
        }
    }

    /** Signs out as the console has people signed out. */
    public void signOut(Tokens tokens) throws Exception {
        var form =
                "client_id=admin-ui&client_secret=%s&refresh_token=%s"
                        .formatted(
                                backing.installation().clientSecret("admin-ui"),
                                Objects.requireNonNull(tokens.refreshToken()));
        var url = backing.keycloak().url() + "/realms/staff/protocol/openid-connect/logout";
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("signed out with " + status);
            }
        }
    }

    private JsonNode role(String name) {
        return admin().get("/staff/roles/" + name);
    }
}
