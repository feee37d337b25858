package org.portaldesk.contract.clinician;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;

/**
 * Somebody in the directory of clinicians.
 *
 * @param staffUserId the member of staff who they are; absent for one who does not sign in here
 * @param active as whoever keeps the entry says
 * @param until when they no longer count
 * @param standing whether they may determine now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clinician(
        UUID id,
        String givenName,
        String familyName,
        @Nullable String licenseNumber,
        @Nullable String licenseState,
        @Nullable String npi,
        @Nullable UUID staffUserId,
        Source source,
        boolean active,
        Instant from,
        @Nullable Instant until,
        Standing standing,
        int version)
        implements Versioned {

    /** A license in form: letters, digits, points and hyphens, at least one digit. */
    public static final String LICENSE = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9.-]{3,19}";

    /** A state, as the post office writes it. */
    public static final String STATE = "[A-Z]{2}";

    /** An NPI in form; its check digit is looked at, too. */
    public static final String NPI = "[12][0-9]{9}";

    /** Who keeps an entry. */
    public enum Source {
        FEED,
        ADMINISTRATOR
    }

    /** Whether somebody may determine that something is withheld. */
    public enum Standing {
        COUNTS,
        UNKNOWN,
        INACTIVE,
        UNLICENSED
    }
}
