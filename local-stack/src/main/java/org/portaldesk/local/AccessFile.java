package org.portaldesk.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.local.backing.DemoStaff;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.backing.Keycloak;
import org.portaldesk.local.backing.Login;
import org.portaldesk.local.process.Ports.Server;
import org.portaldesk.local.process.PrivateFile;
import org.portaldesk.local.process.Secrets;
import org.portaldesk.local.signin.ServiceSignIn;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code access.json}: how a person or a program gets at everything of a running system. Only its
 * owner may read it.
 *
 * @param console base address, as are {@code api} and {@code keycloak}
 * @param keycloakAdmin where Keycloak's administration is, where it is not beside the sign-in
 * @param database address with user and password as the API works with it
 * @param databaseAdmin the same as the superuser
 */
record AccessFile(
        String console,
        String api,
        String keycloak,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String keycloakAdmin,
        String database,
        String databaseAdmin,
        Mail mail,
        List<Member> staff,
        List<Client> clients) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Mail(String smtp, String imap, String username, String password) {}

    record Member(String username, String password, List<String> roles) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Client(
            String realm, String clientId, @Nullable String secret, @Nullable String redirectUri) {}

    static AccessFile of(Installation installation) {
        Login mail = installation.mailLogin();
        return new AccessFile(
                installation.consoleUrl(),
                installation.apiUrl(),
                installation.keycloakUrl(),
                null,
                database(installation, installation.databaseApi()),
                database(installation, installation.databaseSuperuser()),
                new Mail(
                        address(installation, Server.SMTP),
                        address(installation, Server.IMAP),
                        mail.username(),
                        mail.password()),
                members(installation.secrets()),
                clients(installation));
    }

    /** The people of the sample hospital. */
    static List<Member> members(Secrets secrets) {
        return new DemoStaff(secrets)
                .all().stream()
                        .map(m -> new Member(m.username(), m.password(), m.roles()))
                        .toList();
    }

    /**
     * What an earlier start has written.
     *
     * @throws IllegalStateException when nothing was ever started here
     */
    static AccessFile read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("Nothing was started here yet: there is no " + file);
        }
        return JSON.readValue(file.toFile(), AccessFile.class);
    }

    void write(Path file) {
        PrivateFile.write(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** How the EHR feed signs in. */
    ServiceSignIn feed() {
        return clients.stream()
                .filter(client -> client.clientId().equals("ehr-feed") && client.secret() != null)
                .map(
                        c ->
                                new ServiceSignIn(
                                        keycloak,
                                        c.realm(),
                                        c.clientId(),
                                        String.valueOf(c.secret())))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("access.json knows no client ehr-feed"));
    }

    private static List<Client> clients(Installation at) {
        return List.of(
                new Client(
                        "staff",
                        "admin-ui",
                        at.clientSecret("admin-ui"),
                        at.consoleUrl() + "/login/oauth2/code/keycloak"),
                new Client("staff", "api-docs", null, at.apiUrl() + "/docs/oauth2-redirect.html"),
                new Client("staff", "ehr-feed", at.clientSecret("ehr-feed"), null),
                new Client("patients", "patient-portal", null, at.apiUrl() + "/portal/home"),
                new Client("patients", "reactive-api", at.clientSecret("reactive-api"), null),
                new Client("master", Keycloak.ADMIN_CLIENT, at.adminSecret(), null));
    }

    private static String database(Installation installation, Login login) {
        return "postgresql://%s:%s@%s/portaldesk"
                .formatted(
                        login.username(), login.password(), address(installation, Server.POSTGRES));
    }

    private static String address(Installation installation, Server server) {
        return "localhost:" + installation.ports().of(server);
    }
}
