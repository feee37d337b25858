package org.portaldesk.local.process;

/** Somebody else listens on a port that one of our servers needs. */
public final class PortTaken extends RuntimeException {

    PortTaken(String server, int port, String variable) {
        super(
                "Port %d is taken, and %s needs it. End the program that uses it, or choose another port: %s=%d"
                        .formatted(
                                port,
                                server,
                                variable,
                                port + 10_000 > 65535 ? port - 1000 : port + 10_000));
    }
}
