package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * A right to see a record, as it counts at this moment.
 *
 * @param patientName and
 * @param proxyName family name first
 * @param accessClass what it gives now; {@link AccessClass#NONE} while it gives nothing
 * @param endReason such as {@code AGED_OUT}, {@code EXPIRED}, {@code DECEASED}, {@code
 *     CONFIRMATION_FAILED}, {@code SUPERSEDED}, or the words of whoever ended it
 * @param permitted false while a "never a proxy" block stands against it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyGrant(
        UUID id,
        State state,
        UUID patientId,
        String patientName,
        UUID proxyPersonId,
        @Nullable UUID proxyPatientId,
        String proxyName,
        Relationship relationship,
        AccessClass accessClass,
        Map<Area, AreaAccess> areas,
        Instant startedAt,
        @Nullable LocalDate expiresOn,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        boolean overridden,
        boolean permitted,
        int version)
        implements Versioned {

    /** Where a grant stands. */
    public enum State {
        /** Until the proxy gives the patient's birth date. */
        PENDING_CONFIRMATION,
        ACTIVE,
        ENDED
    }
}
