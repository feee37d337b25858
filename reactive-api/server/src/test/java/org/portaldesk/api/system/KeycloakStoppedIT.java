package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.api.support.DeskIT;
import org.portaldesk.local.process.ProcessFolder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * Keycloak stands still for a minute in the middle of a call: its ports are open, nobody answers.
 */
class KeycloakStoppedIT extends DeskIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    @AfterEach
    void goOn() throws Exception {
        signal("-CONT");
    }

    @Test
    void theAgentIsToldAtOnceNothingIsLostAndItWorksAgainWithoutARestart() throws Exception {
        var member = Member.active(database, backing());
        member.lockedOut();
        var verification = passed(agent(), member);

        var begin = Instant.now();
        signal("-STOP");
        while (Instant.now().isBefore(begin.plus(MINUTE))) {
            var asked = Instant.now();
            act(agent(), member, "unlock", verification)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(ANSWER);
            Thread.sleep(1_000);
        }
        signal("-CONT");

        assertThat(state(awaitUnlock(member, verification))).isEqualTo("ACTIVE");
        assertThat(member.canSignIn()).isTrue();
    }

    /** What was under way when Keycloak stopped is settled first. */
    private ResponseSpec awaitUnlock(Member member, String verification)
            throws InterruptedException {
        var end = Instant.now().plus(MINUTE);
        while (true) {
            var answer = act(agent(), member, "unlock", verification);
            var status = answer.returnResult(Void.class).getStatus().value();
            if (status == 200 || Instant.now().isAfter(end)) {
                return act(agent(), member, "unlock", verification);
            }
            Thread.sleep(500);
        }
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        var keycloak =
                new ProcessFolder(backing().installation().folder())
                        .pid("keycloak")
                        .running()
                        .orElseThrow();
        var command = List.of("kill", signal, String.valueOf(keycloak.pid()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
