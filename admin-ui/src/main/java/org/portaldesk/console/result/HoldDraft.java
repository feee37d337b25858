package org.portaldesk.console.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultHold.WithheldFrom;
import org.portaldesk.contract.result.WithheldProxies;

/**
 * A hold as far as it is said. It offers only what the law allows; the API judges all the same.
 *
 * @param proxies all of them; then {@code grants} does not count
 * @param days until it ends by itself
 * @param reviewDays until somebody else reviews one of more than ten days
 */
record HoldDraft(
        @Nullable HoldBasis basis,
        boolean patient,
        boolean proxies,
        Set<UUID> grants,
        @Nullable HarmType harm,
        @Nullable UUID determiner,
        boolean relationship,
        String facts,
        int days,
        int reviewDays) {

    /** Without a review named, and the most against harm. */
    static final int SHORT_DAYS = 10;

    static final int LATEST_REVIEW_DAYS = 90;
    private static final int LONGEST_DAYS = 365;

    HoldDraft {
        grants = Set.copyOf(grants);
    }

    /** The harms that count against these viewers; none where the basis asks for none. */
    static List<HarmType> harms(@Nullable HoldBasis basis, boolean patient) {
        if (basis != HoldBasis.PREVENTING_HARM) {
            return List.of();
        }
        return patient
                ? List.of(HarmType.LIFE_OR_PHYSICAL_SAFETY)
                : List.of(HarmType.SUBSTANTIAL_HARM, HarmType.LIFE_OR_PHYSICAL_SAFETY);
    }

    /** How many days the law and the house let it stand. */
    static int longestDays(@Nullable HoldBasis basis) {
        return switch (basis) {
            case PATIENT_REQUEST, PRIVACY, CARE_ACCESS, SUBSTANCE_USE_PROGRAM -> LONGEST_DAYS;
            case PREVENTING_HARM, DATA_ERROR -> SHORT_DAYS;
            case null -> SHORT_DAYS;
        };
    }

    /** Whether all is said that a hold must say. */
    boolean isWhole() {
        var harmful = basis == HoldBasis.PREVENTING_HARM;
        return basis != null
                && (patient || proxies || !grants.isEmpty())
                && determiner != null
                && !facts.isBlank()
                && days >= 1
                && days <= longestDays(basis)
                && (!isLong() || (reviewDays >= 1 && reviewDays <= LATEST_REVIEW_DAYS))
                && (!harmful || (harm != null && relationship));
    }

    PlaceHold asOf(Instant now) {
        var from = proxies ? WithheldProxies.ALL : new WithheldProxies(false, List.copyOf(grants));
        return new PlaceHold(
                basis,
                determiner,
                relationship,
                facts.strip(),
                new WithheldFrom(patient, from),
                harm,
                isLong() ? after(now, Math.min(reviewDays, days)) : null,
                after(now, days),
                null);
    }

    private boolean isLong() {
        return days > SHORT_DAYS;
    }

    /** A minute less, for the way to the API: so many days are the most. */
    private static Instant after(Instant now, int days) {
        return now.plus(Duration.ofDays(days)).minus(Duration.ofMinutes(1));
    }
}
