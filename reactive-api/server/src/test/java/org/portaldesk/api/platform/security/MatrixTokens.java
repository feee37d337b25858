package org.portaldesk.api.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.backing.StaffMember;
import org.portaldesk.local.signin.BrowserSignIn;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens of everybody who could come to the API's door, the wrong ones too, all made by the real
 * Keycloak.
 */
final class MatrixTokens {

    /**
     * A token of one second and the difference of clocks that is allowed, with something to spare.
     */
    private static final Duration OVER = Duration.ofSeconds(8);

    private static final String PASSWORD = "correct horse battery 7";
    private static final String REDIRECT = "http://127.0.0.1/signed-in";

    private final Backing backing;

    MatrixTokens(Backing backing) {
        this.backing = backing;
    }

    /** By the names of {@code endpoint-matrix.txt}; {@code anonymous} has none. */
    Map<String, String> all() {
        var tokens = new LinkedHashMap<String, String>();
        var expiring = shortLived();
        var expired = Instant.now().plus(OVER);
        for (var role : StaffRole.values()) {
            tokens.put(name(role), backing.staffToken(role.realmRole()));
        }
        tokens.put("none", withoutRole());
        tokens.put("feed", backing.feedToken());
        tokens.put("patient", patient());
        tokens.put("anonymous", "");
        tokens.put("expired", expiring);
        tokens.put(
                "other-audience",
                ofClient("matrix-other-audience", client -> client.putArray("protocolMappers")));
        tokens.put("id-token", idToken());
        tokens.put("forged", forged(backing.staffToken("him-staff")));
        pause(Duration.between(Instant.now(), expired));
        return tokens;
    }

    private static String name(StaffRole role) {
        return switch (role) {
            case HIM_STAFF -> "him";
            case SUPPORT_AGENT -> "support";
            case ROI_REVIEWER -> "roi";
            case CLINICIAN -> "clinician";
            case SUPERVISOR -> "supervisor";
            case PRIVACY_OFFICER -> "privacy";
            case ADMINISTRATOR -> "admin";
        };
    }

    private String withoutRole() {
        addUser("staff", "matrix-nobody");
        return backing.staffSignIn().signIn("matrix-nobody", PASSWORD).accessToken();
    }

    private String patient() {
        addUser("patients", "matrix-patient");
        return backing.patientSignIn().signIn("matrix-patient", PASSWORD).accessToken();
    }

    private String shortLived() {
        return ofClient(
                "matrix-short",
                client -> client.withObject("attributes").put("access.token.lifespan", "1"));
    }

    private String idToken() {
        var him = him();
        return Objects.requireNonNull(
                backing.staffSignIn().signIn(him.username(), him.password()).idToken());
    }

    /** The same claims with another signature. */
    private static String forged(String token) {
        var last = token.lastIndexOf('.');
        var signature = new StringBuilder(token.substring(last + 1)).reverse();
        return token.substring(0, last + 1) + signature;
    }

    private String ofClient(String clientId, Consumer<ObjectNode> change) {
        var admin = backing.keycloak().admin();
        var client = (ObjectNode) admin.get("/staff/clients?clientId=api-docs").path(0);
        client.remove(List.of("id", "secret"));
        client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        client.put("clientId", clientId).put("fullScopeAllowed", true);
        change.accept(client);
        if (admin.get("/staff/clients?clientId=" + clientId).isEmpty()) {
            admin.post("/staff/clients", client);
        }
        var him = him();
        var url = backing.installation().keycloakUrl();
        return new BrowserSignIn(url, "staff", clientId, REDIRECT)
                .signIn(him.username(), him.password())
                .accessToken();
    }

    private StaffMember him() {
        return backing.staff(StaffRole.HIM_STAFF.realmRole());
    }

    private void addUser(String realm, String username) {
        var admin = backing.keycloak().admin();
        var users = "/" + realm + "/users";
        if (admin.get(users + "?exact=true&username=" + username).isEmpty()) {
            var credential = Map.of("type", "password", "value", PASSWORD, "temporary", false);
            admin.post(
                    users,
                    Map.of(
                            "username",
                            username,
                            "enabled",
                            true,
                            "firstName",
                            "Matrix",
                            "lastName",
                            "Test",
                            "email",
                            username + "@example.org",
                            "credentials",
                            List.of(credential)));
        }
    }

    private static void pause(Duration time) {
        if (time.isNegative()) {
            return;
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
