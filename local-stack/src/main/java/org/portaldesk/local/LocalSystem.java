package org.portaldesk.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.backing.Keycloak;
import org.portaldesk.local.backing.MailCatcher;
import org.portaldesk.local.backing.Postgres;
import org.portaldesk.local.process.Closing;

/**
 * All servers of one system: started in the order in which they need each other, watched, and ended
 * together.
 */
final class LocalSystem implements AutoCloseable {

    private final Installation installation;
    private final Progress progress;
    private final ApiProgram programs;
    private final Closing opened = new Closing();
    private final Kept postgres;
    private final Kept keycloak;
    private final Kept api;
    private final Kept sealer;
    private final Kept console;

    LocalSystem(Place place, Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
        programs = new ApiProgram(place.api(), place.processes());
        postgres = new Kept("PostgreSQL", () -> Postgres.start(installation));
        keycloak = new Kept("Keycloak", () -> Keycloak.start(installation));
        api =
                new Kept(
                        "API",
                        () ->
                                Application.start(
                                        "api",
                                        place.api(),
                                        Application.Address.api(installation),
                                        Installation.withPlaceOf(
                                                System.getenv(), installation.apiEnvironment()),
                                        place.processes()));
        sealer =
                new Kept(
                        "Sealer",
                        () ->
                                programs.seal(
                                        Installation.withPlaceOf(
                                                System.getenv(),
                                                installation.sealerEnvironment())));
        console =
                new Kept(
                        "Console",
                        () ->
                                Application.start(
                                        "console",
                                        place.console(),
                                        Application.Address.console(installation),
                                        installation.consoleEnvironment(),
                                        place.processes()));
    }

    /**
     * Returns when all are ready. Only PostgreSQL is waited for by the others: no application needs
     * Keycloak to start.
     */
    void start() {
        opened.add(MailCatcher.start(installation));
        progress.line("Mail catcher is ready");
        start(postgres);
        programs.migrate(installation.migrationEnvironment());
        progress.line("The schema is up to date");
        if (!Keycloak.installed()) {
            progress.line("Keycloak is unpacked and built, once on this machine");
        }
        try {
            CompletableFuture.allOf(
                            Stream.of(keycloak, api, sealer, console)
                                    .map(server -> CompletableFuture.runAsync(() -> start(server)))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Starts again what has died; called now and then. */
    void watch() {
        List.of(postgres, keycloak, api, sealer, console).forEach(server -> server.watch(progress));
    }

    @Override
    public void close() {
        opened.close();
    }

    private void start(Kept server) {
        opened.add(server);
        server.start();
        progress.line(server.title() + " is ready");
    }
}
