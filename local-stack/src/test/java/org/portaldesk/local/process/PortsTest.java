package org.portaldesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.local.process.Ports.Server;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports =
                    Ports.from(
                            Map.of("PORTAL_DESK_IMAP_PORT", String.valueOf(taken.getLocalPort())));
            assertThatThrownBy(() -> ports.requireFree(Server.IMAP))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("PORTAL_DESK_IMAP_PORT=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "0.0.0.0", "::1", "::", "::ffff:127.0.0.1"})
    void whoeverListensWhereLocalhostLeadsIsNamed(String address) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            var ports = at(taken);
            assertThatThrownBy(() -> ports.requireFree(Server.API))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (")
                    .hasMessageContaining("java");
        }
    }

    @Test
    void ourOwnListenerIsOurs() throws Exception {
        try (var ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(at(ours).heldBy(ProcessHandle.current(), Server.API)).isTrue();
        }
        assertThat(Ports.free().heldBy(ProcessHandle.current(), Server.API)).isFalse();
    }

    @Test
    void aForeignListenerIsNamedAndNothingIsSentToIt() throws Exception {
        var child = new ProcessBuilder("sleep", "60").start();
        try (var foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            foreign.setSoTimeout(1_000);
            var ports = at(foreign);
            assertThatThrownBy(() -> ports.heldBy(child.toHandle(), Server.API))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThatThrownBy(foreign::accept).isInstanceOf(SocketTimeoutException.class);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aForeignListenerBesideOursIsNotOverlooked() throws Exception {
        var child = new ProcessBuilder("sleep", "60").start();
        try (var here = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var beside =
                        new ServerSocket(here.getLocalPort(), 1, InetAddress.getByName("::1"))) {
            var listening = Listeners.on(beside.getLocalPort());
            assertThat(listening.sockets()).hasSize(2);
            assertThat(listening.allHeldBy(child.toHandle())).isFalse();
            assertThat(listening.allHeldBy(ProcessHandle.current())).isTrue();
        } finally {
            child.destroyForcibly();
        }
    }

    private static Ports at(ServerSocket socket) {
        return Ports.from(Map.of("PORTAL_DESK_API_PORT", String.valueOf(socket.getLocalPort())));
    }

    @Test
    void anUntakenPortIsFree() {
        Ports ports = Ports.free();
        ports.requireFree(Server.values());
    }

    @Test
    void thePortsAreTheUsualOnesUnlessMoved() {
        Ports ports = Ports.from(Map.of("PORTAL_DESK_API_PORT", "9999"));
        assertThat(ports.of(Server.API)).isEqualTo(9999);
        assertThat(ports.of(Server.CONSOLE)).isEqualTo(8080);
        assertThat(ports.of(Server.POSTGRES)).isEqualTo(5433);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "-1", "0x10", "65536", "99999"})
    void whatIsNoPortIsRefusedByTheNameOfItsVariable(String value) {
        assertThatThrownBy(() -> Ports.from(Map.of("PORTAL_DESK_SMTP_PORT", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PORTAL_DESK_SMTP_PORT");
    }

    @Test
    void freePortsAreAllDifferent() {
        Ports ports = Ports.free();
        assertThat(Arrays.stream(Server.values()).map(ports::of)).doesNotHaveDuplicates();
    }
}
