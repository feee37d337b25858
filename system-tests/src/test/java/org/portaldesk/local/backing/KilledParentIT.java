package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Ports.Server;
import org.portaldesk.local.process.ProcessFolder;

/** A parent that is killed cannot end its children; the next start does. */
class KilledParentIT {

    private static final Server SERVER = Server.POSTGRES;

    @Test
    void anOrphanDoesNotBlockTheNextStart(@TempDir Path folder) throws Exception {
        Ports ports = Ports.free();
        Process parent = parent(folder, ports.of(SERVER));
        assertThat(parent.inputReader().readLine()).isEqualTo("started");
        parent.destroyForcibly().waitFor();
        ProcessHandle orphan = new ProcessFolder(folder).pid("postgres").running().orElseThrow();

        try (var postgres = Postgres.start(Installation.in(folder, ports));
                var connection = postgres.connect("portaldesk", postgres.superuser())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static Process parent(Path folder, int port) throws Exception {
        List<String> command =
                List.of(
                        Build.java(),
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Parent.class.getName(),
                        folder.toString(),
                        String.valueOf(port));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Starts PostgreSQL and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            var ports = Ports.from(Map.of(SERVER.variable(), arguments[1]));
            Postgres.start(Installation.in(Path.of(arguments[0]), ports));
            System.out.println("started");
            Thread.sleep(60_000);
        }
    }
}
