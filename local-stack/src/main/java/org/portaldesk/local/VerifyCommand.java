package org.portaldesk.local;

import java.util.HashMap;
import java.util.Map;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Ports;
import org.portaldesk.seal.VerifyAudit;

/**
 * Checks the record of this machine's system, or of the one that the environment names: see {@link
 * VerifyAudit}.
 */
final class VerifyCommand {

    private static final String DATABASE = "PORTAL_DESK_DATABASE_URL";

    private final Place place;

    VerifyCommand(Place place) {
        this.place = place;
    }

    /** Answers 0 if the record is as it was sealed. */
    int run() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (!environment.containsKey(DATABASE)) {
            var ours = Installation.in(place.state(), Ports.from(System.getenv()));
            environment.putAll(
                    Installation.withPlaceOf(System.getenv(), ours.verifierEnvironment()));
        }
        return VerifyAudit.check(environment);
    }
}
