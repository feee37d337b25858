package org.portaldesk.local.backing;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Ports.Server;
import org.portaldesk.local.process.PrivateFile;
import org.portaldesk.local.process.Secrets;
import org.portaldesk.seal.SealKey;

/**
 * Where one system lives, on which ports, and with which secrets; and from that the environment of
 * each of its processes, as an operator would set it.
 */
public record Installation(Path folder, Ports ports, Secrets secrets) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String VERIFIER_KEYS = "PORTAL_DESK_VERIFIER_KEYS";
    private static final String CHECKPOINTS = "PORTAL_DESK_CHECKPOINTS";
    private static final String SEAL_KEY = "portal-desk-1";

    /** The installation in this folder; its secrets are made where it has none. */
    public static Installation in(Path folder, Ports ports) {
        PrivateFile.folder(folder);
        return new Installation(folder, ports, Secrets.in(folder.resolve("secrets.json")));
    }

    public String consoleUrl() {
        return "http://localhost:" + ports.of(Server.CONSOLE);
    }

    public String apiUrl() {
        return "http://localhost:" + ports.of(Server.API);
    }

    public String keycloakUrl() {
        return "http://localhost:" + ports.of(Server.KEYCLOAK);
    }

    /** What the API works as; it owns nothing. */
    public Login databaseApi() {
        return databaseLogin("portaldesk_api");
    }

    /** Owns the schema of {@code portaldesk}. */
    public Login databaseOwner() {
        return databaseLogin("portaldesk_owner");
    }

    /** What the sealer works as: it reads the record, adds checkpoints, and owns nothing. */
    public Login databaseSealer() {
        return databaseLogin("portaldesk_sealer");
    }

    /** What Keycloak works as, in its own database. */
    public Login databaseKeycloak() {
        return databaseLogin("keycloak");
    }

    public Login databaseSuperuser() {
        return databaseLogin("postgres");
    }

    /** The one user of the mail catcher. */
    public Login mailLogin() {
        return new Login("mail", secrets.password("mail"));
    }

    /** The address of a database, e.g. {@code postgresql://localhost:5433/portaldesk}. */
    public String databaseUrl(String database) {
        return "postgresql://localhost:" + ports.of(Server.POSTGRES) + "/" + database;
    }

    /** The secret of a client of our realms. */
    public String clientSecret(String clientId) {
        return secrets.password("client/" + clientId);
    }

    /** The secret of the service client by which the realms are applied. */
    public String adminSecret() {
        return secrets.password("keycloak-admin-client");
    }

    /** What the API is given. */
    public Map<String, String> apiEnvironment() {
        Map<String, String> environment = common();
        environment.put("PORTAL_DESK_API_PORT", String.valueOf(ports.of(Server.API)));
        environment.putAll(database());
        environment.put("PORTAL_DESK_DATABASE_USERNAME", databaseApi().username());
        environment.put("PORTAL_DESK_DATABASE_PASSWORD", databaseApi().password());
        environment.put("PORTAL_DESK_CODE_KEY", secrets.key("code-key"));
        environment.put("PORTAL_DESK_ANSWER_KEY", secrets.key("answer-key"));
        environment.put("PORTAL_DESK_DOCUMENT_KEY", secrets.key("document-key"));
        environment.put(VERIFIER_KEYS, verifierKey());
        environment.put(CHECKPOINTS, checkpoints().toString());
        environment.put("PORTAL_DESK_KEYCLOAK_CLIENT_SECRET", clientSecret("reactive-api"));
        environment.put("PORTAL_DESK_PORTAL_URL", apiUrl());
        environment.put("PORTAL_DESK_FACILITY_ADDRESS", "1 Riverside Way|Hartford, CT 06103");
        environment.put("PORTAL_DESK_FACILITY_PHONE", "(860) 555-0100");
        environment.putAll(mail());
        return environment;
    }

    /** What {@code migrate} is given: the schema's owner. */
    public Map<String, String> migrationEnvironment() {
        Map<String, String> environment = database();
        environment.put("PORTAL_DESK_DATABASE_OWNER_USERNAME", databaseOwner().username());
        environment.put("PORTAL_DESK_DATABASE_OWNER_PASSWORD", databaseOwner().password());
        return environment;
    }

    /** What {@code seal} is given: the seal's key, and a login for it. */
    public Map<String, String> sealerEnvironment() {
        Map<String, String> environment = database();
        environment.put("PORTAL_DESK_SEALER_DATABASE_PASSWORD", databaseSealer().password());
        environment.put("PORTAL_DESK_SEAL_KEY", secrets.key("seal-key"));
        environment.put("PORTAL_DESK_SEAL_KEY_NAME", SEAL_KEY);
        environment.put(CHECKPOINTS, checkpoints().toString());
        return environment;
    }

    /** Where the database is; what stays on one machine needs no TLS. */
    private Map<String, String> database() {
        var environment = new HashMap<String, String>();
        environment.put("PORTAL_DESK_DATABASE_URL", databaseUrl("portaldesk"));
        environment.put("PORTAL_DESK_DATABASE_TLS", "disable");
        return environment;
    }

    private String verifierKey() {
        var seed = Base64.getDecoder().decode(secrets.key("seal-key"));
        return new SealKey(SEAL_KEY, seed).verifier().toString();
    }

    /** What a check of the record is given: no secret but a login that may read. */
    public Map<String, String> verifierEnvironment() {
        Map<String, String> environment = database();
        environment.put("PORTAL_DESK_DATABASE_USERNAME", databaseApi().username());
        environment.put("PORTAL_DESK_DATABASE_PASSWORD", databaseApi().password());
        environment.put(CHECKPOINTS, checkpoints().toString());
        environment.put(VERIFIER_KEYS, verifierKey());
        return environment;
    }

    /** Where checkpoints of the record are published. */
    public Path checkpoints() {
        return folder.resolve("checkpoints.txt").toAbsolutePath();
    }

    /** What the operator says of where checkpoints are published stands above our own file. */
    public static Map<String, String> withPlaceOf(
            Map<String, String> operator, Map<String, String> ours) {
        var environment = new HashMap<>(ours);
        operator.forEach(
                (name, value) -> {
                    if (name.startsWith(CHECKPOINTS)) {
                        environment.put(name, value);
                    }
                });
        return environment;
    }

    /** What the console is given. */
    public Map<String, String> consoleEnvironment() {
        Map<String, String> environment = common();
        environment.put("PORTAL_DESK_CONSOLE_PORT", String.valueOf(ports.of(Server.CONSOLE)));
        environment.put("PORTAL_DESK_API_URL", apiUrl());
        environment.put("PORTAL_DESK_CONSOLE_URL", consoleUrl());
        environment.put("PORTAL_DESK_CONSOLE_CLIENT_SECRET", clientSecret("admin-ui"));
        return environment;
    }

    /** What the placeholders of the realm files stand for. */
    public Map<String, String> realmValues() {
        Map<String, String> values = common();
        values.put("PORTAL_DESK_CONSOLE_URL", consoleUrl());
        values.put("PORTAL_DESK_API_URL", apiUrl());
        values.put("PORTAL_DESK_PORTAL_URL", apiUrl());
        values.put("PORTAL_DESK_CONSOLE_CLIENT_SECRET", clientSecret("admin-ui"));
        values.put("PORTAL_DESK_EHR_FEED_CLIENT_SECRET", clientSecret("ehr-feed"));
        values.put("PORTAL_DESK_KEYCLOAK_CLIENT_SECRET", clientSecret("reactive-api"));
        values.putAll(mail());
        return values;
    }

    private Login databaseLogin(String role) {
        return new Login(role, secrets.password(role));
    }

    private Map<String, String> common() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PORTAL_DESK_BIND_ADDRESS", LOOPBACK);
        environment.put("PORTAL_DESK_KEYCLOAK_URL", keycloakUrl());
        environment.put("PORTAL_DESK_FACILITY_NAME", "Riverside General Hospital");
        environment.put("PORTAL_DESK_FACILITY_ZONE", "America/New_York");
        return environment;
    }

    private Map<String, String> mail() {
        return Map.of(
                "PORTAL_DESK_SMTP_HOST",
                LOOPBACK,
                "PORTAL_DESK_SMTP_PORT",
                String.valueOf(ports.of(Server.SMTP)),
                "PORTAL_DESK_SMTP_USERNAME",
                mailLogin().username(),
                "PORTAL_DESK_SMTP_PASSWORD",
                secrets.password("mail"),
                "PORTAL_DESK_MAIL_FROM",
                "portal@hospital.example");
    }
}
