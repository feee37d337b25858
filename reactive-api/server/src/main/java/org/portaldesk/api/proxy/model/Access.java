package org.portaldesk.api.proxy.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.Why;

/**
 * What the rule gives.
 *
 * @param areas the most in each area; those without anything are left out
 * @param assentForFull whether full access would need the patient's assent
 * @param reasons the rule's steps, in order
 */
public record Access(
        AccessClass accessClass,
        Map<Area, AreaAccess> areas,
        boolean assentForFull,
        List<Why> reasons) {

    public Access {
        areas = some(areas);
        reasons = List.copyOf(reasons);
    }

    /** The areas with something in them, in their own order. */
    public static Map<Area, AreaAccess> some(Map<Area, AreaAccess> areas) {
        var some = new EnumMap<Area, AreaAccess>(Area.class);
        areas.forEach(
                (area, level) -> {
                    if (level != AreaAccess.NONE) {
                        some.put(area, level);
                    }
                });
        return some;
    }

    /** The lesser of two levels in each area. */
    public static Map<Area, AreaAccess> least(
            Map<Area, AreaAccess> one, Map<Area, AreaAccess> other) {
        var least = new EnumMap<Area, AreaAccess>(Area.class);
        one.forEach(
                (area, level) -> {
                    var limit = other.getOrDefault(area, AreaAccess.NONE);
                    least.put(area, limit.compareTo(level) < 0 ? limit : level);
                });
        return some(least);
    }
}
