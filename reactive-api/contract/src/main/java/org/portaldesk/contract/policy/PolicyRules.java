package org.portaldesk.contract.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PendReason;

/**
 * What a policy says.
 *
 * @param ageBands without a gap and without an overlap, youngest first, from birth on
 * @param adultAreas the most that an adult patient's form can give
 * @param sensitiveTags hide an item from proxies at any age
 */
public record PolicyRules(
        @NotEmpty @Size(max = 20) List<@Valid AgeBand> ageBands,
        @NotNull Map<Area, AreaAccess> adultAreas,
        @NotNull Set<SensitiveTag> sensitiveTags,
        @NotNull @Valid Clocks clocks,
        @NotNull @Valid Calendar calendar) {

    /** What hides an item from proxies. */
    public enum SensitiveTag {
        SEXUAL_HEALTH,
        SUBSTANCE_USE,
        MENTAL_HEALTH,
        ABUSE_SCREENING,
        /** Hides nothing until a policy names it. */
        GENETICS
    }

    /** How hours of a promise to adults are counted. */
    public enum Mode {
        /** 24 hours are a business day, keeping the time of day. */
        BUSINESS_DAYS,
        /** 24 hours are 24 hours of an open desk. */
        BUSINESS_HOURS
    }

    /**
     * @param minorBusinessDays a child's request is answered by the close of this one
     * @param pausedBy pending for these reasons stops the clock; asking the requester always does
     */
    public record Clocks(
            @Min(1) @Max(30) int minorBusinessDays,
            @NotNull Mode adultMode,
            @Min(24) @Max(240) int adultTargetHours,
            @Min(24) @Max(240) int adultLimitHours,
            @NotNull Set<PendReason> pausedBy) {}

    /**
     * When the release-of-information desk is open, in the facility's zone. Federal holidays are
     * closed days without being named.
     *
     * @param localDays closed beside them
     */
    public record Calendar(
            @NotEmpty Set<DayOfWeek> days,
            @NotNull LocalTime opens,
            @NotNull LocalTime closes,
            @NotNull Set<LocalDate> localDays) {}
}
