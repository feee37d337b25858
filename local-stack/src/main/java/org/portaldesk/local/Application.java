package org.portaldesk.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.Knock;
import org.portaldesk.local.process.PidFile;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Running;
import org.portaldesk.local.process.Starting;

/** One of our own two applications as a process. */
final class Application implements Running {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ChildProcess process;

    private Application(ChildProcess process) {
        this.process = process;
    }

    /** Starts it and returns when it listens itself and calls itself ready. */
    static Application start(
            String name,
            ApplicationJar jar,
            Address address,
            Map<String, String> environment,
            ProcessFolder folder) {
        List<String> command =
                List.of(
                        Build.java(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.unpacked().toString());
        var application = new Application(ChildProcess.start(name, command, environment, folder));
        try {
            application.process.await(() -> address.readyAs(application.process), PATIENCE);
            return application;
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    /**
     * Where an application is to be found.
     *
     * @param url its base, where it tells its readiness
     */
    record Address(String url, Ports ports, Ports.Server server) {

        static Address api(Installation installation) {
            return new Address(installation.apiUrl(), installation.ports(), Ports.Server.API);
        }

        static Address console(Installation installation) {
            return new Address(
                    installation.consoleUrl(), installation.ports(), Ports.Server.CONSOLE);
        }

        /** Whether this very process says here that it can work. */
        boolean readyAs(Starting process) {
            return process.listens(ports, server) && ready();
        }

        /** Whether the process of an earlier command says here that it can work. */
        boolean readyAs(PidFile process) {
            return process.listens(ports, server) && ready();
        }

        private boolean ready() {
            return Knock.answers(url + "/actuator/health/readiness");
        }
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void close() {
        process.close();
    }
}
