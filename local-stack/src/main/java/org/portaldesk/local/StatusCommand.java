package org.portaldesk.local;

import java.nio.file.Files;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.PidFile;

/** {@code status}: which processes run, and whether the whole is ready. */
record StatusCommand(Place place) {

    /** As init scripts do: 3 when it does not run. */
    private static final int NOT_RUNNING = 3;

    /** 0 when everything is ready. */
    int run() {
        place.processes().remembered().forEach(StatusCommand::show);
        if (!place.isReady()) {
            boolean starting = place.supervisor().running().isPresent();
            System.out.println(starting ? "It is being started." : "It does not run.");
            return NOT_RUNNING;
        }
        AccessFile access = AccessFile.read(place.access());
        boolean ready = ready();
        System.out.println(ready ? "Ready." : "Not ready: an application does not answer.");
        if (Files.exists(place.access())) {
            System.out.println("  Console  " + access.console() + "\n  API      " + access.api());
        }
        return ready ? 0 : 1;
    }

    /** Both applications, by processes of ours: somebody else may answer where one of them died. */
    private boolean ready() {
        Installation installation = place.installation();
        return Application.Address.api(installation).readyAs(place.processes().pid("api"))
                && Application.Address.console(installation)
                        .readyAs(place.processes().pid("console"));
    }

    private static void show(PidFile process) {
        String what = process.running().map(p -> "runs, process " + p.pid()).orElse("does not run");
        System.out.printf("  %-12s %s%n", process.name(), what);
    }
}
