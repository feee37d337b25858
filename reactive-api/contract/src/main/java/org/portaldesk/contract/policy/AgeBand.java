package org.portaldesk.contract.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;

/**
 * What counts at some ages, in completed years.
 *
 * @param toAge the last age of the band; absent for the oldest
 * @param ownAccount whether the patient may have an account of their own
 * @param parentalClass what a parent or guardian may have; {@link AccessClass#NONE} ends their
 *     grants
 * @param areas the most that this class gives; what is left out is {@link AreaAccess#NONE}
 * @param assentForFull whether full access needs the patient's assent on file
 */
public record AgeBand(
        @Min(0) @Max(120) int fromAge,
        @Min(0) @Max(120) @Nullable Integer toAge,
        boolean ownAccount,
        @NotNull AccessClass parentalClass,
        @NotNull Map<Area, AreaAccess> areas,
        boolean assentForFull) {

    public AgeBand {
        areas = areas == null ? Map.of() : Map.copyOf(areas);
    }

    /** Whether somebody of that age is in it. */
    public boolean holds(int age) {
        return age >= fromAge && (toAge == null || age <= toAge);
    }
}
