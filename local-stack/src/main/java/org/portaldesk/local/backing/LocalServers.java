package org.portaldesk.local.backing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portaldesk.local.process.ChildProcess;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.process.Starting;

/** Processes of this machine. */
final class LocalServers implements Servers {

    @Override
    public Starting postgres(Installation installation, List<String> settings) {
        return LocalPostgres.start(installation, settings);
    }

    @Override
    public Starting keycloak(
            Installation installation,
            List<String> build,
            List<String> arguments,
            Map<String, String> environment) {
        List<String> start = new ArrayList<>(List.of("start", "--optimized"));
        start.addAll(arguments);
        return ChildProcess.start(
                "keycloak",
                KeycloakInstall.ready().command(start),
                environment,
                new ProcessFolder(installation.folder()));
    }

    @Override
    public void prepare(Path folder) {
        PreparedState.copyTo(folder);
    }
}
