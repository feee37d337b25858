package org.portaldesk.local.process;

import java.util.Optional;

/** Somebody else listens on a port that one of our servers needs. */
public final class PortTaken extends RuntimeException {

    PortTaken(String server, int port, String variable, Listeners others) {
        super(
                "Port %d is taken by %s, and %s needs it. End that program, or choose another port: %s=%d"
                        .formatted(
                                port,
                                name(others.holder()),
                                server,
                                variable,
                                port + 10_000 > 65535 ? port - 1000 : port + 10_000));
    }

    private static String name(Optional<ProcessHandle> holder) {
        return holder.map(
                        process ->
                                "process %d (%s)"
                                        .formatted(
                                                process.pid(),
                                                process.info().command().orElse("unknown")))
                .orElse("a program that this user may not look into");
    }
}
