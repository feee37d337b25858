package org.portaldesk.api;

import org.portaldesk.api.audit.seal.SealerProcess;
import org.portaldesk.api.platform.database.Migration;
import org.portaldesk.api.proxy.store.DocumentRenewal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The API of Portal Desk, and in the same jar the processes that may do what the API may not:
 * change the schema, seal the record, and bring documents under a renewed key. Each is given its
 * own login and its own secrets.
 *
 * @see "docs/decisions/0110-three-processes-three-logins.md"
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ReactiveApi {

    private static final int USAGE = 2;

    /**
     * @param arguments none for the API; {@code migrate} to bring the schema up to date and end;
     *     {@code seal} to seal the record until told to end; {@code renew-documents} to bring
     *     documents under the newest key and end
     */
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "migrate" -> Migration.run();
            case "renew-documents" -> DocumentRenewal.run();
            case "seal" -> SealerProcess.run();
            case String setting when setting.isEmpty() || setting.startsWith("--") ->
                    SpringApplication.run(ReactiveApi.class, arguments);
            case String unknown -> refuse(unknown);
        }
    }

    /** A word misspelled must not start an API where a migration was meant. */
    private static void refuse(String unknown) {
        System.err.println(
                "Unknown: "
                        + unknown
                        + ". Say migrate, seal or renew-documents, or nothing for the API.");
        System.exit(USAGE);
    }
}
