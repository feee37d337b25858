package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.Closing;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.SharedFolder;
import org.portaldesk.local.signin.BrowserSignIn;
import org.portaldesk.local.signin.ServiceSignIn;

/**
 * The three servers the API stands on, running, with realms and staff in place. Integration tests
 * use {@link #shared()}, or {@link #start} where they need servers of their own.
 */
public final class Backing implements AutoCloseable {

    private final Installation installation;
    private final Closing opened = new Closing();
    private final MailCatcher mail;
    private final Postgres postgres;
    private final Keycloak keycloak;

    private Backing(Installation installation) {
        this.installation = installation;
        try {
            mail = opened.add(MailCatcher.start(installation));
            postgres = opened.add(Postgres.start(installation));
            keycloak = opened.add(Keycloak.start(installation));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Starts the three servers on the installation's state, of which there may be none yet. */
    public static Backing start(Installation installation) {
        return new Backing(installation);
    }

    /**
     * One for all tests of this JVM, on free ports, empty but for the staff; it ends with the JVM.
     */
    public static Backing shared() {
        return Shared.INSTANCE;
    }

    public Installation installation() {
        return installation;
    }

    public MailCatcher mail() {
        return mail;
    }

    public Postgres postgres() {
        return postgres;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public List<StaffMember> staff() {
        return new DemoStaff(installation.secrets()).all();
    }

    /** The first member of staff with this role of the realm {@code staff}. */
    public StaffMember staff(String role) {
        return staff().stream().filter(m -> m.roles().contains(role)).findFirst().orElseThrow();
    }

    /** An access token of the first member of staff with this role, for the API. */
    public String staffToken(String role) {
        StaffMember member = staff(role);
        return staffSignIn().signIn(member.username(), member.password()).accessToken();
    }

    /** Signs staff in as the API's documentation page does. */
    public BrowserSignIn staffSignIn() {
        return new BrowserSignIn(
                installation.keycloakUrl(), "staff", "api-docs", "http://127.0.0.1/signed-in");
    }

    /** Signs staff in as the console does. */
    public BrowserSignIn consoleSignIn() {
        return new BrowserSignIn(
                installation.keycloakUrl(),
                "staff",
                "admin-ui",
                installation.consoleUrl() + "/login/oauth2/code/keycloak",
                installation.clientSecret("admin-ui"));
    }

    /** Signs patients in as the portal does. */
    public BrowserSignIn patientSignIn() {
        return new BrowserSignIn(
                installation.keycloakUrl(),
                "patients",
                "patient-portal",
                installation.apiUrl() + "/portal/home");
    }

    /** An access token of the EHR feed. */
    public String feedToken() {
        return new ServiceSignIn(
                        installation.keycloakUrl(),
                        "staff",
                        "ehr-feed",
                        installation.clientSecret("ehr-feed"))
                .accessToken();
    }

    @Override
    public void close() {
        opened.close();
    }

    private static final class Shared {

        static final Backing INSTANCE = start();

        private static Backing start() {
            try {
                Path folder = Files.createTempDirectory("portal-desk");
                Servers.found().prepare(folder);
                var backing = Backing.start(Installation.in(folder, Ports.free()));
                letTokensLast(backing);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(backing, folder)));
                return backing;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Tests share their tokens, since each sign-in takes as long as ten calls. */
        private static void letTokensLast(Backing backing) {
            var admin = backing.keycloak().admin();
            var docs = admin.get("/staff/clients?clientId=api-docs").path(0);
            admin.put(
                    "/staff/clients/" + docs.path("id").stringValue(),
                    Map.of(
                            "clientId",
                            "api-docs",
                            "attributes",
                            Map.of("access.token.lifespan", "300")));
        }

        private static void end(Backing backing, Path folder) {
            backing.close();
            SharedFolder.delete(folder);
        }
    }
}
