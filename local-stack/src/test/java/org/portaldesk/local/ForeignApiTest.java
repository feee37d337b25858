package org.portaldesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.PortTaken;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.ProcessFolder;

/** A program of somebody else that took the API's port after the start began, and says yes. */
class ForeignApiTest {

    @TempDir Path root;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer foreign;
    private Application.Address address;

    @BeforeEach
    void takeThePort() throws Exception {
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        foreign.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        foreign.start();
        var port = String.valueOf(foreign.getAddress().getPort());
        address =
                new Application.Address(
                        "http://localhost:" + port,
                        Ports.from(Map.of("PORTAL_DESK_API_PORT", port)),
                        Ports.Server.API);
    }

    @AfterEach
    void leave() {
        foreign.stop(0);
    }

    @Test
    void isNamedByAStartAndSentNothing() {
        var folder = new ProcessFolder(root);
        var ours = ChildProcess.start("api", List.of("sleep", "60"), Map.of(), folder);
        try (ours) {
            assertThatThrownBy(() -> ours.await(() -> address.readyAs(ours), Duration.ofSeconds(9)))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void isNotOursToTheCommandsThatComeLater() {
        var folder = new ProcessFolder(root);
        assertThat(address.readyAs(folder.pid("api"))).isFalse();
        try (var ours = ChildProcess.start("api", List.of("sleep", "60"), Map.of(), folder)) {
            assertThat(ours.alive()).isTrue();
            assertThatThrownBy(() -> address.readyAs(folder.pid("api")))
                    .isInstanceOf(PortTaken.class);
        }
        assertThat(asked).hasValue(0);
    }
}
