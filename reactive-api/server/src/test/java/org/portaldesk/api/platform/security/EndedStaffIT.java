package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.local.signin.Tokens;
import org.portaldesk.realm.KeycloakAdmin;

/** Twenty members of staff, ended in each of the ways there are; their tokens are the console's. */
class EndedStaffIT extends ApiIT {

    private static final int PEOPLE = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery 7";

    private final KeycloakAdmin admin = backing().keycloak().admin();
    private final List<String> made = new ArrayList<>();

    private enum End {
        DISABLED,
        SIGNED_OUT,
        LOST_THE_ROLE,
        DELETED
    }

    /**
     * @param since when they were ended
     */
    private record Ended(Tokens tokens, Instant since) {}

    @AfterEach
    void leave() {
        made.forEach(id -> admin.find(user(id)).ifPresent(_ -> admin.delete(user(id))));
    }

    @Test
    void areOutOfTheApiWithinAMinute() throws InterruptedException {
        var ended = new ArrayList<Ended>();
        for (var number = 0; number < PEOPLE; number++) {
            ended.add(signInAndEnd(number, End.values()[number % End.values().length]));
        }
        var slowest = Duration.ZERO;
        var over = Instant.now().plus(LIMIT);
        while (!ended.isEmpty() && Instant.now().isBefore(over)) {
            var now = Instant.now();
            for (var person : List.copyOf(ended)) {
                if (isOut(person)) {
                    ended.remove(person);
                    slowest = longer(slowest, Duration.between(person.since, now));
                }
            }
            Thread.sleep(500);
        }
        System.out.printf(
                "Ended staff are out of the API after %d s, worst of %d%n",
                slowest.toSeconds(), PEOPLE);
        assertThat(ended).isEmpty();
        assertThat(slowest).isLessThan(LIMIT);
    }

    private Ended signInAndEnd(int number, End end) {
        var username = "ended-" + System.nanoTime() + "-" + number;
        var id = add(username);
        var tokens = backing().consoleSignIn().signIn(username, PASSWORD);
        var person = new Ended(tokens, Instant.now());
        assertThat(isOut(person)).isFalse();
        switch (end) {
            case DISABLED -> admin.put(user(id), Map.of("enabled", false));
            case SIGNED_OUT -> admin.post(user(id) + "/logout", Map.of());
            case LOST_THE_ROLE -> admin.delete(roles(id), role());
            case DELETED -> admin.delete(user(id));
        }
        return new Ended(tokens, Instant.now());
    }

    private boolean isOut(Ended person) {
        return with(person.tokens.accessToken())
                        .get()
                        .uri("/api/me")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value()
                == 401;
    }

    private String add(String username) {
        admin.post(
                "/staff/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "firstName",
                        "Ended",
                        "lastName",
                        "Person",
                        "email",
                        username + "@hospital.example",
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))));
        var id =
                admin.get("/staff/users?exact=true&username=" + username).at("/0/id").stringValue();
        made.add(id);
        admin.post(roles(id), role());
        return id;
    }

    private Object role() {
        return List.of(admin.get("/staff/roles/him-staff"));
    }

    private static String user(String id) {
        return "/staff/users/" + id;
    }

    private static String roles(String id) {
        return user(id) + "/role-mappings/realm";
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
