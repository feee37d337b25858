package org.portaldesk.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.PidFile;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.ProcessFolder;

/**
 * Where we are: the checkout whose applications are started, and the folder that keeps the state of
 * this one system.
 *
 * @param state {@code PORTAL_DESK_STATE}, or {@code .portal-desk} in the checkout
 */
record Place(Path checkout, Path state, Map<String, String> environment) {

    /** The process that holds all others. */
    static final String SUPERVISOR = "portal-desk";

    static Place of(Map<String, String> environment) {
        Path checkout =
                Path.of(environment.getOrDefault("PORTAL_DESK_HOME", "."))
                        .toAbsolutePath()
                        .normalize();
        String state = environment.getOrDefault("PORTAL_DESK_STATE", "");
        Path folder = state.isBlank() ? checkout.resolve(".portal-desk") : Path.of(state);
        return new Place(checkout, folder.toAbsolutePath().normalize(), environment);
    }

    Installation installation() {
        return Installation.in(state, Ports.from(environment));
    }

    ProcessFolder processes() {
        return new ProcessFolder(state);
    }

    PidFile supervisor() {
        return processes().pid(SUPERVISOR);
    }

    /** There while the system is ready. */
    Path ready() {
        return state.resolve("run").resolve("ready");
    }

    Path access() {
        return state.resolve("access.json");
    }

    /** There once the first start has put in what it should. */
    Path firstStart() {
        return state.resolve("first-start");
    }

    ApplicationJar api() {
        return ApplicationJar.of(
                checkout.resolve("reactive-api/server"), state.resolve("applications/api"));
    }

    ApplicationJar console() {
        return ApplicationJar.of(
                checkout.resolve("admin-ui"), state.resolve("applications/console"));
    }

    boolean isReady() {
        return Files.exists(ready()) && supervisor().running().isPresent();
    }
}
