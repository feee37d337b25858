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
import org.portaldesk.contract.result.ResultHold.Determiner;
import org.portaldesk.contract.result.ResultHold.WithheldFrom;
import org.portaldesk.contract.result.WithheldProxies;

/**
 * A hold as far as it is said. It offers only what the law allows; the API judges all the same.
 *
 * @param proxies all of them; then {@code grants} does not count
 * @param days until it ends by itself
 */
record HoldDraft(
        @Nullable HoldBasis basis,
        boolean patient,
        boolean proxies,
        Set<UUID> grants,
        @Nullable HarmType harm,
        String name,
        String licence,
        boolean relationship,
        String facts,
        int days) {

    static final int LONGEST_DAYS = 10;

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

    /** Whether all is said that a hold must say. */
    boolean isWhole() {
        var harmful = basis == HoldBasis.PREVENTING_HARM;
        return basis != null
                && (patient || proxies || !grants.isEmpty())
                && !name.isBlank()
                && !facts.isBlank()
                && days >= 1
                && days <= LONGEST_DAYS
                && (!harmful || (harm != null && !licence.isBlank() && relationship));
    }

    PlaceHold asOf(Instant now) {
        var from = proxies ? WithheldProxies.ALL : new WithheldProxies(false, List.copyOf(grants));
        return new PlaceHold(
                basis,
                new Determiner(
                        name.strip(), licence.isBlank() ? null : licence.strip(), relationship),
                facts.strip(),
                new WithheldFrom(patient, from),
                harm,
                null,
                // A minute less, for the way to the API: ten days are the most.
                now.plus(Duration.ofDays(days)).minus(Duration.ofMinutes(1)));
    }
}
