package org.portaldesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.portaldesk.local.backing.DemoStaff;
import org.portaldesk.local.backing.Login;
import org.portaldesk.local.backing.MailCatcher;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Secrets;
import org.portaldesk.local.signin.ServiceSignIn;
import org.portaldesk.realm.Given;

/**
 * What makes a system on containers one to try out: a mail catcher, people who can sign in, and the
 * sample hospital. Never part of a real one.
 *
 * @param folder keeps the people's passwords, and {@code access.json}
 */
record Demonstration(Given given, Path folder) {

    static Demonstration of(Map<String, String> environment) {
        return new Demonstration(
                Given.of(environment),
                Path.of(environment.getOrDefault("PORTAL_DESK_STATE", "/demo")));
    }

    /** Catches mail until it is told to end. */
    int mail() {
        var login = new Login("mail", given.required("PORTAL_DESK_SMTP_PASSWORD"));
        try (var catcher = MailCatcher.start("0.0.0.0", Ports.from(Map.of()), login)) {
            System.out.println("Mail is caught on " + catcher.smtpPort());
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Makes whoever is missing, and sends the sample once. */
    int sample() {
        var secrets = Secrets.in(folder.resolve("secrets.json"));
        new DemoStaff(secrets).addTo(given.admin());
        AccessFile access = access(secrets);
        access.write(folder.resolve("access.json"));
        send();
        System.out.println("Sign in at " + access.console() + " as");
        access.staff().forEach(m -> System.out.printf("  %-18s %s%n", m.username(), m.password()));
        return 0;
    }

    private void send() {
        Path done = folder.resolve("first-start");
        if (Files.exists(done)) {
            return;
        }
        String secret = given.required("PORTAL_DESK_EHR_FEED_CLIENT_SECRET");
        var feed = new ServiceSignIn(given.keycloakUrl(), "staff", "ehr-feed", secret);
        var intake = new FhirImport(given.required("PORTAL_DESK_API_URL"), feed);
        SampleHospital.load(new ImportCommand(intake, new Progress(System.out)), given.admin());
        try {
            Files.writeString(done, "sample hospital\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The addresses are those outside; database, mail and Keycloak's administration are reached
     * only where {@code docker-compose.journeys.yml} lets them out.
     */
    private AccessFile access(Secrets secrets) {
        return new AccessFile(
                given.required("PORTAL_DESK_CONSOLE_URL"),
                given.required("PORTAL_DESK_PORTAL_URL"),
                given.required("PORTAL_DESK_KEYCLOAK_URL"),
                "https://localhost:8180",
                database("portaldesk_api", "PORTAL_DESK_DATABASE_PASSWORD"),
                database("postgres", "PORTAL_DESK_POSTGRES_PASSWORD"),
                new AccessFile.Mail(
                        "localhost:3025",
                        "localhost:3143",
                        "mail",
                        given.required("PORTAL_DESK_SMTP_PASSWORD")),
                AccessFile.members(secrets),
                clients());
    }

    private String database(String role, String password) {
        return "postgresql://%s:%s@localhost:5433/portaldesk"
                .formatted(role, given.required(password));
    }

    private List<AccessFile.Client> clients() {
        return List.of(
                new AccessFile.Client(
                        "staff",
                        "ehr-feed",
                        given.required("PORTAL_DESK_EHR_FEED_CLIENT_SECRET"),
                        null),
                new AccessFile.Client(
                        "master",
                        given.required("PORTAL_DESK_KEYCLOAK_ADMIN_CLIENT_ID"),
                        given.required("PORTAL_DESK_KEYCLOAK_ADMIN_CLIENT_SECRET"),
                        null));
    }
}
