package org.portaldesk.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Running;

/** The two programs of the API's jar that nobody calls: each with a login of its own. */
record ApiProgram(ApplicationJar jar, ProcessFolder folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What the sealer's log says when it has begun. */
    private static final String SEALING = "Sealing the record";

    /**
     * Brings the schema up to date, and returns when it is.
     *
     * @throws IllegalStateException with the end of its log, when it fails
     */
    void migrate(Map<String, String> environment) {
        var process = start("migrate", environment);
        if (!process.ended(PATIENCE) || !process.succeeded()) {
            throw process.failure("did not bring the schema up to date: it ended");
        }
        process.close();
    }

    /** Starts the sealer and returns when it has begun. */
    Running seal(Map<String, String> environment) {
        var process = start("seal", environment);
        try {
            process.await(() -> process.hasSaid(SEALING), PATIENCE);
            return process;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private ChildProcess start(String name, Map<String, String> environment) {
        List<String> command =
                List.of(
                        Build.java(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.unpacked().toString(),
                        name);
        return ChildProcess.start(name, command, environment, folder);
    }
}
