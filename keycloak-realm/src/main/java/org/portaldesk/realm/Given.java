package org.portaldesk.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an operator has said: the environment, and files named like variables in the folder {@code
 * PORTAL_DESK_SECRETS} ({@code /run/secrets}), as orchestrators hand over secrets.
 */
public record Given(Map<String, String> values) {

    private static final String PREFIX = "PORTAL_DESK_";

    /** A variable counts more than a file of the same name. */
    public static Given of(Map<String, String> environment) {
        Path folder = Path.of(environment.getOrDefault(PREFIX + "SECRETS", "/run/secrets"));
        Map<String, String> values = new HashMap<>();
        secrets(folder).forEach(file -> values.put(file.getFileName().toString(), text(file)));
        values.putAll(environment);
        return new Given(Map.copyOf(values));
    }

    /**
     * @throws IllegalArgumentException which names the variable when it has no value
     */
    public String required(String variable) {
        String value = values.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("Set " + variable);
        }
        return value;
    }

    /** Where a program reaches Keycloak, which may be another address than browsers use. */
    public String keycloakUrl() {
        String inside = values.getOrDefault(PREFIX + "KEYCLOAK_INTERNAL_URL", "");
        return inside.isBlank() ? required(PREFIX + "KEYCLOAK_URL") : inside;
    }

    /** The service client of the realm {@code master} that may change everything. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(
                keycloakUrl(),
                required(PREFIX + "KEYCLOAK_ADMIN_CLIENT_ID"),
                required(PREFIX + "KEYCLOAK_ADMIN_CLIENT_SECRET"));
    }

    /** Without the values, so that no log shows them. */
    @Override
    public String toString() {
        return "Given" + values.keySet();
    }

    private static List<Path> secrets(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secrets in " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secret " + file, e);
        }
    }
}
