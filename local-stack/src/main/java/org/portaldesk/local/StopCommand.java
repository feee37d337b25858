package org.portaldesk.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.portaldesk.local.process.PidFile;

/**
 * {@code stop}: ends the supervisor, which ends its children, and whatever a killed supervisor
 * left.
 */
record StopCommand(Place place) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    int run() {
        boolean ran = place.supervisor().running().map(StopCommand::end).isPresent();
        for (PidFile left : place.processes().remembered()) {
            ran |= left.running().isPresent();
            left.end();
        }
        System.out.println(ran ? "Stopped." : "Nothing was running.");
        return 0;
    }

    /** It is given the time its children need; who is not gone by then is killed as a leftover. */
    private static ProcessHandle end(ProcessHandle supervisor) {
        supervisor.destroy();
        try {
            supervisor.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            System.err.println("It does not end by itself: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return supervisor;
    }
}
