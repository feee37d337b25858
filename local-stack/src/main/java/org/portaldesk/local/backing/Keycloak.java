package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.Knock;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Running;
import org.portaldesk.local.process.Secrets;
import org.portaldesk.local.process.Starting;
import org.portaldesk.realm.KeycloakAdmin;
import org.portaldesk.realm.RealmFile;
import org.portaldesk.realm.RealmUpdate;
import org.portaldesk.realm.UpdateRealms;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak on the loopback address, on the database {@code keycloak} of our PostgreSQL. */
public final class Keycloak implements Running {

    /** The service client by which the realms are applied; Keycloak makes it at its first start. */
    public static final String ADMIN_CLIENT = "portal-desk-realms";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Installation installation;
    private final Starting process;

    private Keycloak(Installation installation, Starting process) {
        this.installation = installation;
        this.process = process;
    }

    /**
     * Starts it and returns when it answers; the first start of all makes its install folder and
     * its tables.
     */
    public static Keycloak start(Installation installation) {
        var process =
                Servers.found()
                        .keycloak(
                                installation,
                                KeycloakInstall.BUILD_OPTIONS,
                                arguments(installation),
                                environment(installation));
        var keycloak = new Keycloak(installation, process);
        try {
            process.await(keycloak::answers, PATIENCE);
            keycloak.furnish();
            return keycloak;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private boolean answers() {
        return process.listens(installation.ports(), Ports.Server.KEYCLOAK)
                && Knock.answers(url() + "/realms/master");
    }

    /**
     * E.g. {@code http://localhost:8180}; the issuers are {@code <url>/realms/staff} and {@code
     * <url>/realms/patients}.
     */
    public String url() {
        return installation.keycloakUrl();
    }

    /**
     * Whether the install folder is there; if not, the first start makes it and takes half a minute
     * longer.
     */
    public static boolean installed() {
        return KeycloakInstall.present();
    }

    /** The Admin REST API with all rights. */
    public KeycloakAdmin admin() {
        return admin(installation);
    }

    /** The same of one that runs there. */
    public static KeycloakAdmin admin(Installation installation) {
        return new KeycloakAdmin(
                installation.keycloakUrl(), ADMIN_CLIENT, installation.adminSecret());
    }

    private void furnish() {
        KeycloakAdmin admin = admin();
        UpdateRealms.REALMS.forEach(realm -> RealmUpdate.apply(admin, file(realm, installation)));
        new DemoStaff(installation.secrets()).addTo(admin);
        refuseDirectGrants(admin);
    }

    /** A realm as it is here: with a client for the pages that describe the API, and for tests. */
    static RealmFile file(String realm, Installation installation) {
        Map<String, String> values = installation.realmValues();
        RealmFile file = RealmFile.named(realm, values);
        try (InputStream more = Keycloak.class.getResourceAsStream("/realm/" + realm + ".json")) {
            return more == null ? file : file.with(JsonMapper.shared().readTree(more), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak's own command-line client would take the administrator's password directly. */
    private static void refuseDirectGrants(KeycloakAdmin admin) {
        String id = admin.get("/master/clients?clientId=admin-cli").at("/0/id").stringValue();
        admin.put("/master/clients/" + id, Map.of("directAccessGrantsEnabled", false));
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> arguments(Installation installation) {
        return List.of(
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + installation.ports().of(Ports.Server.KEYCLOAK),
                "--hostname=" + installation.keycloakUrl(),
                "--cache=local",
                "--db-url=jdbc:" + installation.databaseUrl("keycloak"),
                "--db-pool-max-size=20",
                "--log-level=warn,io.quarkus:info");
    }

    /** Secrets go by the environment: other users of the machine can read a command line. */
    private static Map<String, String> environment(Installation installation) {
        Secrets secrets = installation.secrets();
        return Map.of(
                "KC_DB_USERNAME", installation.databaseKeycloak().username(),
                "KC_DB_PASSWORD", installation.databaseKeycloak().password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak-admin"),
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN_CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", installation.adminSecret());
    }
}
