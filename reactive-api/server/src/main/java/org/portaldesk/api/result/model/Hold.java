package org.portaldesk.api.result.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.portaldesk.contract.result.HoldBasis;

/**
 * A hold as the release engine sees it.
 *
 * @param until when it ended, or will end by itself
 */
public record Hold(
        HoldBasis basis,
        boolean fromPatient,
        boolean fromAllProxies,
        List<UUID> grants,
        Instant placedAt,
        Instant until) {

    public Hold {
        grants = List.copyOf(grants);
    }

    boolean stands(Instant at) {
        return !at.isBefore(placedAt) && at.isBefore(until);
    }

    boolean against(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Patient() -> fromPatient;
            case Viewer.Proxy proxy -> fromAllProxies || grants.contains(proxy.grant());
        };
    }
}
