package org.portaldesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.backing.Keycloak;
import org.portaldesk.local.process.PidFile;
import org.portaldesk.local.process.Ports.Server;

/**
 * {@code start}: brings everything up, stays, and takes everything down when it is told to end.
 *
 * @param empty whether a first start leaves the sample hospital out
 */
record StartCommand(Place place, boolean empty, Progress progress) {

    /** Returns only when the system is stopped, with the exit code. */
    int run() {
        if (place.supervisor().running().isPresent()) {
            System.out.println(
                    "It runs already. ./portal-desk status shows where, ./portal-desk stop ends it.");
            return 0;
        }
        endLeftovers();
        Installation installation = place.installation();
        installation.ports().requireFree(Server.values());
        place.supervisor().write(ProcessHandle.current());
        var system = new LocalSystem(place, installation, progress);
        var told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(system, told), "stop"));
        try {
            system.start();
            AccessFile access = AccessFile.of(installation);
            access.write(place.access());
            firstStart(access, installation);
            Files.writeString(place.ready(), "");
            System.out.println(Welcome.text(access, place, progress.seconds()));
            return watch(system, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier start left behind when it was killed, clients before servers. */
    private void endLeftovers() {
        for (PidFile left : place.processes().remembered()) {
            left.running()
                    .ifPresent(
                            _ ->
                                    progress.line(
                                            "Ending " + left.name() + ", left by a killed start"));
            left.end();
        }
    }

    /** Remembered when it is done, so that one that broke off is done again. */
    private void firstStart(AccessFile access, Installation installation) throws IOException {
        if (Files.exists(place.firstStart())) {
            return;
        }
        if (!empty) {
            progress.line("The sample hospital is sent to the API");
            SampleHospital.load(
                    new ImportCommand(new FhirImport(access.api(), access.feed()), progress),
                    Keycloak.admin(installation));
        }
        Files.writeString(place.firstStart(), empty ? "empty\n" : "sample hospital\n");
    }

    private static int watch(LocalSystem system, CountDownLatch told) {
        try {
            while (!told.await(1, TimeUnit.SECONDS)) {
                system.watch();
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** In the shutdown hook, hence also after Ctrl-C and after a failed start. */
    private void end(LocalSystem system, CountDownLatch told) {
        told.countDown();
        try {
            Files.deleteIfExists(place.ready());
        } catch (IOException e) {
            System.err.println("While stopping: " + e);
        }
        system.close();
        // Whatever was only just being started.
        place.processes().remembered().stream()
                .filter(process -> !process.name().equals(Place.SUPERVISOR))
                .forEach(PidFile::end);
        place.supervisor().forget();
    }
}
