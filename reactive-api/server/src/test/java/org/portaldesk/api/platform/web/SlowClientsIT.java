package org.portaldesk.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.testing.net.HalfSent;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A thousand who begin to speak and say no more. */
class SlowClientsIT extends ApiIT {

    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** Half a head, a head without its body, and nothing at all. */
    private static final List<String> BEGINNINGS =
            List.of(
                    "POST /portal/code-requests HTTP/1.1\r\nHost: loc",
                    "POST /portal/code-requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{",
                    "");

    @LocalServerPort private int port;

    @Test
    void aThousandHalfSentRequestsKeepNobodyWaitingAndAreEnded() throws IOException {
        try (var silent = HalfSent.open(port, MANY, BEGINNINGS, PATIENCE)) {
            var begin = Instant.now();
            anonymous().get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
            silent.awaitEnded();
        }
    }
}
