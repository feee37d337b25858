package org.portaldesk.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.backing.KeycloakExtension;
import org.portaldesk.local.backing.Servers;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.Ports;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Starting;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/**
 * PostgreSQL and Keycloak from the images that an operator would run. They share the host's
 * network, so everything has the addresses that it has without containers, all of them loopback.
 */
public final class ContainerServers implements Servers {

    private static final String POSTGRES = "postgres:18";
    private static final String KEYCLOAK = "keycloak/keycloak:" + Build.read().keycloakVersion();

    private static final String INITDB =
            "--auth=scram-sha-256 --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C";

    @Override
    public Starting postgres(Installation installation, List<String> settings) {
        var port = String.valueOf(installation.ports().of(Ports.Server.POSTGRES));
        List<String> command =
                new ArrayList<>(
                        List.of("postgres", "-p", port, "-c", "listen_addresses=127.0.0.1"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return start(
                "postgres",
                container(POSTGRES, command)
                        .withEnv("POSTGRES_PASSWORD", installation.databaseSuperuser().password())
                        .withEnv("POSTGRES_INITDB_ARGS", INITDB),
                installation);
    }

    @Override
    public Starting keycloak(
            Installation installation,
            List<String> build,
            List<String> arguments,
            Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of("start"));
        command.addAll(build);
        command.addAll(arguments);
        return start(
                "keycloak",
                container(KEYCLOAK, command)
                        .withEnv(environment)
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(extension(installation)),
                                "/opt/keycloak/providers/portal-desk.jar"),
                installation);
    }

    /** A container begins with nothing, each time. */
    @Override
    public void prepare(Path folder) {}

    private static GenericContainer<?> container(String image, List<String> command) {
        return new GenericContainer<>(image)
                .withNetworkMode("host")
                .withCommand(command.toArray(String[]::new));
    }

    private static Starting start(
            String name, GenericContainer<?> container, Installation installation) {
        return StartedContainer.start(
                container, new ProcessFolder(installation.folder()).log(name));
    }

    private static Path extension(Installation installation) {
        try {
            var folder = installation.folder().resolve("providers");
            KeycloakExtension.writeTo(folder);
            return folder.resolve("portal-desk.jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
