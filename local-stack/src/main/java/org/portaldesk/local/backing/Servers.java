package org.portaldesk.local.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.portaldesk.local.process.Starting;

/**
 * What PostgreSQL and Keycloak run on: processes of this machine, unless the class path offers
 * something else by {@link ServiceLoader}. Wherever they run, they answer on the loopback address
 * and the ports of the installation, with its logins, and leave their logs in its folder.
 *
 * @see "docs/decisions/0099-one-seam-for-containers.md"
 */
public interface Servers {

    /**
     * Starts PostgreSQL on the installation's port and superuser.
     *
     * @param settings as {@code name=value}
     */
    Starting postgres(Installation installation, List<String> settings);

    /**
     * Starts Keycloak with our own part in it.
     *
     * @param build options that are fixed when Keycloak is built
     * @param arguments of its command {@code start}
     * @param environment holds its secrets
     */
    Starting keycloak(
            Installation installation,
            List<String> build,
            List<String> arguments,
            Map<String, String> environment);

    /** Puts into an empty folder what makes a first start on it quick, if there is such a thing. */
    void prepare(Path folder);

    /** What this class path offers. */
    static Servers found() {
        return ServiceLoader.load(Servers.class).findFirst().orElseGet(LocalServers::new);
    }
}
