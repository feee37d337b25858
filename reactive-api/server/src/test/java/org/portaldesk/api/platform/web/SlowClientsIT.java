package org.portaldesk.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A thousand who begin to speak and say no more. */
class SlowClientsIT extends ApiIT {

    private static final int MANY = 1_000;
    private static final int PATIENCE_MILLIS = 25_000;

    /** Half a head, a head without its body, and nothing at all. */
    private static final List<String> BEGINNINGS =
            List.of(
                    "POST /portal/code-requests HTTP/1.1\r\nHost: loc",
                    "POST /portal/code-requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{",
                    "");

    @LocalServerPort private int port;

    @Test
    void aThousandHalfSentRequestsKeepNobodyWaitingAndAreEnded() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (var at = 0; at < MANY; at++) {
                sockets.add(opened(BEGINNINGS.get(at % BEGINNINGS.size())));
            }
            var begin = Instant.now();
            anonymous().get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
            for (var socket : sockets) {
                isEnded(socket);
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket opened(String beginning) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Whether with a last word or without. */
    private static void isEnded(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }
}
