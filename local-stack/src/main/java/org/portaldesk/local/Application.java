package org.portaldesk.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.Knock;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Running;

/** One of our own two applications as a process. */
final class Application implements Running {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ChildProcess process;

    private Application(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts it and returns when it calls itself ready.
     *
     * @param url its base, where it tells its readiness
     */
    static Application start(
            String name,
            ApplicationJar jar,
            String url,
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
            application.process.await(() -> ready(url), PATIENCE);
            return application;
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    /** Whether an application at this address says that it can work. */
    static boolean ready(String url) {
        return Knock.answers(url + "/actuator/health/readiness");
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
