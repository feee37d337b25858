package org.portaldesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
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
