package org.portaldesk.api;

import java.util.Map;
import org.portaldesk.api.audit.seal.SealerProcess;
import org.portaldesk.api.platform.database.Migration;
import org.portaldesk.api.proxy.store.DocumentRenewal;
import org.portaldesk.local.backing.Installation;
import org.springframework.context.ConfigurableApplicationContext;

/** What other processes do beside the API, each with its own login, here in the tests' JVM. */
public final class Beside {

    private Beside() {}

    /** Brings the schema up to date. */
    public static void migrate(Map<String, String> environment) {
        Migration.run(settings(environment));
    }

    /** Brings documents under the newest key. */
    public static void renewDocuments(Map<String, String> environment) {
        DocumentRenewal.run(settings(environment));
    }

    /** Begins to seal; closing ends it. */
    public static ConfigurableApplicationContext seal(Map<String, String> environment) {
        return SealerProcess.start(settings(environment));
    }

    /** Both, until the JVM ends. */
    static void begin(Installation installation) {
        migrate(installation.migrationEnvironment());
        seal(installation.sealerEnvironment());
    }

    private static String[] settings(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }
}
