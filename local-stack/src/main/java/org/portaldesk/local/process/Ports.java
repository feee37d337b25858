package org.portaldesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Which server listens on which port of the loopback address. */
public final class Ports {

    /** A server, the variable that moves its port, and where it listens when nothing is said. */
    public enum Server {
        POSTGRES("PostgreSQL", "PORTAL_DESK_POSTGRES_PORT", 5433),
        KEYCLOAK("Keycloak", "PORTAL_DESK_KEYCLOAK_PORT", 8180),
        SMTP("the mail catcher (SMTP)", "PORTAL_DESK_SMTP_PORT", 3025),
        IMAP("the mail catcher (IMAP)", "PORTAL_DESK_IMAP_PORT", 3143),
        API("the API", "PORTAL_DESK_API_PORT", 8081),
        CONSOLE("the console", "PORTAL_DESK_CONSOLE_PORT", 8080);

        private final String title;
        private final String variable;
        private final int usual;

        Server(String title, String variable, int usual) {
            this.title = title;
            this.variable = variable;
            this.usual = usual;
        }

        public String variable() {
            return variable;
        }
    }

    /**
     * Below those that Linux gives to outgoing calls, which could take one before its server does.
     */
    private static final int FIRST_FREE = 15_000;

    private static final int LAST_FREE = 32_000;

    private final Map<Server, Integer> numbers;

    private Ports(Map<Server, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The usual ports, but for those that the environment moves.
     *
     * @throws IllegalArgumentException when a variable holds no port
     */
    public static Ports from(Map<String, String> environment) {
        Map<Server, Integer> numbers = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            String moved = environment.getOrDefault(server.variable, String.valueOf(server.usual));
            if (!moved.matches("\\d{1,5}") || Integer.parseInt(moved) > 65535) {
                throw new IllegalArgumentException(server.variable + " is not a port: " + moved);
            }
            numbers.put(server, Integer.parseInt(moved));
        }
        return new Ports(numbers);
    }

    /** Ports that nobody uses at this moment, for a system beside others. */
    public static Ports free() {
        Map<Server, Integer> numbers = new EnumMap<>(Server.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Server server : Server.values()) {
                // Held until all are chosen, so that no two are the same.
                var socket = bindSomewhere();
                held.add(socket);
                numbers.put(server, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return new Ports(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket bindSomewhere() throws IOException {
        for (int trial = 0; trial < 1000; trial++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                // The next one, then.
            }
        }
        throw new IOException("No port is free from %d to %d".formatted(FIRST_FREE, LAST_FREE));
    }

    public int of(Server server) {
        return numbers.getOrDefault(server, server.usual);
    }

    /**
     * Makes sure that nobody else listens where these servers will.
     *
     * @throws PortTaken which names the port, who listens there, and the variable that moves it
     */
    public void requireFree(Server... servers) {
        for (Server server : servers) {
            var others = Listeners.on(of(server));
            if (!others.isEmpty() || !canBind(of(server))) {
                throw taken(server, others);
            }
        }
    }

    /**
     * Whether it is this process, or one that it has started, that listens where the server does.
     * Asked before anything is sent there: whoever answers may be somebody else.
     *
     * @throws PortTaken when it is somebody else
     */
    public boolean heldBy(ProcessHandle process, Server server) {
        var listening = Listeners.on(of(server));
        if (listening.isEmpty()) {
            return process.isAlive() && !Listeners.known();
        }
        if (!listening.allHeldBy(process)) {
            throw taken(server, listening);
        }
        return true;
    }

    private PortTaken taken(Server server, Listeners others) {
        return new PortTaken(server.title, of(server), server.variable, others);
    }

    private static boolean canBind(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a connection that is still dying away takes no port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
