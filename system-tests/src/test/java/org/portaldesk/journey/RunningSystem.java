package org.portaldesk.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portaldesk.local.LocalStack;
import org.portaldesk.local.backing.Keycloak;
import org.portaldesk.local.backing.Servers;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.Ports.Server;
import org.portaldesk.local.signin.ServiceSignIn;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole system with the sample hospital, started as {@code ./portal-desk start --detach} does,
 * once for all journeys of this JVM, on free ports and a folder of its own.
 */
final class RunningSystem {

    private static final RunningSystem INSTANCE = new RunningSystem();

    private final Map<String, String> environment;
    private final JsonNode access;

    private RunningSystem() {
        var running = System.getenv("PORTAL_DESK_ACCESS");
        try {
            var accessFile = running == null ? null : Path.of(running).toAbsolutePath();
            var folder =
                    accessFile == null
                            ? Files.createTempDirectory("journeys")
                            : Objects.requireNonNull(accessFile.getParent());
            environment = environment(folder);
            access = accessFile == null ? started(folder) : read(accessFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode started(Path state) throws IOException {
        // Keycloak takes most of a minute to make its tables.
        Servers.found().prepare(state);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        run("start", "--detach");
        return read(state.resolve("access.json"));
    }

    private static JsonNode read(Path accessFile) {
        return JsonMapper.shared().readTree(accessFile.toFile());
    }

    static RunningSystem get() {
        return INSTANCE;
    }

    String console() {
        return access.path("console").stringValue();
    }

    String api() {
        return access.path("api").stringValue();
    }

    String keycloak() {
        return access.path("keycloak").stringValue();
    }

    JsonNode mail() {
        return access.path("mail");
    }

    /** JDBC address, user and password of the superuser, in this order. */
    List<String> database() {
        var address = access.path("databaseAdmin").stringValue();
        var login =
                address.substring(address.indexOf("://") + 3, address.lastIndexOf('@'))
                        .split(":", 2);
        return List.of(
                "jdbc:postgresql://" + address.substring(address.lastIndexOf('@') + 1),
                login[0],
                login[1]);
    }

    /** The first member of staff with that role. */
    Member staff(String role) {
        for (var member : access.path("staff")) {
            if (member.path("roles").toString().contains('"' + role + '"')) {
                return new Member(
                        member.path("username").stringValue(),
                        member.path("password").stringValue());
            }
        }
        throw new IllegalArgumentException(role);
    }

    /** The intake, as the EHR feed gets at it. */
    Portal feed() {
        var signIn = new ServiceSignIn(keycloak(), "staff", "ehr-feed", secretOf("ehr-feed"));
        return new Portal(api(), signIn.accessToken());
    }

    private String secretOf(String clientId) {
        for (var client : access.path("clients")) {
            if (client.path("clientId").stringValue().equals(clientId)) {
                return client.path("secret").stringValue();
            }
        }
        throw new IllegalStateException("access.json knows no client " + clientId);
    }

    /** Whether locks of patients end by themselves or not. */
    void locksForGood(boolean permanent) {
        keycloakAdmin().put("/patients", Map.of("permanentLockout", permanent));
    }

    /** Keycloak, as its administrator gets at it. */
    KeycloakAdmin keycloakAdmin() {
        var inside = access.path("keycloakAdmin").asString(keycloak());
        return new KeycloakAdmin(inside, Keycloak.ADMIN_CLIENT, secretOf(Keycloak.ADMIN_CLIENT));
    }

    /** Whether it was not we who started it. */
    boolean isElsewhere() {
        return System.getenv("PORTAL_DESK_ACCESS") != null;
    }

    record Member(String username, String password) {}

    private void run(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), LocalStack.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            var code = builder.start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", arguments) + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void stop() {
        try {
            run("stop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Path state) {
        var ports = Ports.free();
        var environment = new HashMap<String, String>();
        for (var server : Server.values()) {
            environment.put(server.variable(), String.valueOf(ports.of(server)));
        }
        environment.put("PORTAL_DESK_STATE", state.toString());
        // Code that is compiled quickly serves some minutes better than code that is compiled well.
        environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        // No journey reads how the API describes itself.
        environment.put("SPRINGDOC_PRELOADINGENABLED", "false");
        environment.put("PORTAL_DESK_HOME", Path.of("..").toAbsolutePath().normalize().toString());
        return environment;
    }
}
