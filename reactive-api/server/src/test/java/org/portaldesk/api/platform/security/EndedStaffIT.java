package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.staff.StaffPerson;
import org.portaldesk.local.signin.Tokens;

/**
 * Twenty members of staff, ended in each of the ways there are; their tokens are the console's,
 * which live ten seconds here. {@code -Dended.lifetime=45} gives them the time that the realm does.
 */
class EndedStaffIT extends ApiIT {

    private static final int PEOPLE = 20;
    private static final int LIFETIME = Integer.getInteger("ended.lifetime", 10);

    /** A minute, with the realm's 45 seconds: clocks that differ by five, and ten for the rest. */
    private static final Duration LIMIT = Duration.ofSeconds(LIFETIME + 15L);

    private static final String LIFESPAN = "access.token.lifespan";

    private final List<StaffPerson> made = new ArrayList<>();

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

    @BeforeEach
    void tokensAreShort() {
        lifetimeOfTokens(String.valueOf(LIFETIME));
    }

    @AfterEach
    void leave() {
        lifetimeOfTokens("");
        made.forEach(StaffPerson::leave);
    }

    @Test
    void areOutOfTheApiSoonAfterTheirTokensEnd() throws InterruptedException {
        var ended = new ArrayList<Ended>();
        for (var number = 0; number < PEOPLE; number++) {
            ended.add(signInAndEnd(End.values()[number % End.values().length]));
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
                "Ended staff are out of the API after %d s, worst of %d, with tokens of %d s%n",
                slowest.toSeconds(), PEOPLE, LIFETIME);
        assertThat(ended).isEmpty();
        assertThat(slowest).isLessThan(LIMIT);
    }

    /** Of the console's alone; empty for what the realm says. */
    private static void lifetimeOfTokens(String seconds) {
        var admin = backing().keycloak().admin();
        var console = admin.get("/staff/clients?clientId=admin-ui").path(0);
        admin.put(
                "/staff/clients/" + console.path("id").stringValue(),
                Map.of("clientId", "admin-ui", "attributes", Map.of(LIFESPAN, seconds)));
    }

    private Ended signInAndEnd(End end) {
        var person = StaffPerson.joins(backing());
        made.add(person);
        var tokens = person.signIn();
        assertThat(isOut(new Ended(tokens, Instant.now()))).isFalse();
        switch (end) {
            case DISABLED -> person.disable();
            case SIGNED_OUT -> person.endSessions();
            case LOST_THE_ROLE -> person.take("him-staff");
            case DELETED -> person.leave();
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

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
