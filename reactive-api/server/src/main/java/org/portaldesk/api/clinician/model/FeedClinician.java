package org.portaldesk.api.clinician.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clinician as the feed tells of them.
 *
 * @param license null for one without
 * @param staffUserId null where the feed does not say; then what an administrator said stays
 */
public record FeedClinician(
        String fhirId,
        String familyName,
        String givenName,
        @Nullable License license,
        @Nullable String npi,
        @Nullable UUID staffUserId,
        boolean active) {

    /**
     * A license to practice.
     *
     * @param from null from ever
     * @param until null for good
     */
    public record License(
            String number, String state, @Nullable Instant from, @Nullable Instant until) {}
}
