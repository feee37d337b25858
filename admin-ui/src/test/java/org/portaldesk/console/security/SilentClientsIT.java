package org.portaldesk.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.Console;
import org.portaldesk.console.fake.FakeDesk;
import org.portaldesk.console.fake.SignedIn;
import org.portaldesk.testing.net.HalfSent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A thousand who begin to speak and say no more. */
@SpringBootTest(
        classes = Console.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "PORTAL_DESK_API_URL=http://localhost:1",
            "PORTAL_DESK_KEYCLOAK_URL=http://localhost:2",
            "PORTAL_DESK_CONSOLE_URL=http://localhost:3",
            "PORTAL_DESK_CONSOLE_CLIENT_SECRET=only-for-this-test-of-screens"
        })
@Import({FakeDesk.class, SignedIn.class})
class SilentClientsIT {

    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> BEGINNINGS =
            List.of(
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\na",
                    "POST / HTTP/1.1\r\nHost: loc",
                    "");

    @LocalServerPort private int port;

    @Test
    void aThousandHalfSentRequestsKeepNobodyWaitingAndAreEnded() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            isAnsweredWithin(client, Duration.ofSeconds(20));
            try (var silent = HalfSent.open(port, MANY, BEGINNINGS, PATIENCE)) {
                isAnsweredWithin(client, Duration.ofSeconds(1));
                silent.awaitEnded();
            }
        }
    }

    private void isAnsweredWithin(HttpClient client, Duration patience) throws Exception {
        var begin = Instant.now();
        var address = URI.create("http://localhost:" + port + "/assets/styles.css");
        var answer =
                client.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(patience);
    }
}
