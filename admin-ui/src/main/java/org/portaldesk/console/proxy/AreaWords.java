package org.portaldesk.console.proxy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;

/** Areas of a record, in words. */
final class AreaWords {

    private AreaWords() {}

    /**
     * {@code Results, Visits: see and act · Billing: see}.
     *
     * @param less what is given instead, where less is given
     */
    static String of(Map<Area, AreaAccess> most, Map<Area, AreaAccess> less) {
        var words =
                Arrays.stream(new AreaAccess[] {AreaAccess.ACT, AreaAccess.VIEW})
                        .map(level -> line(level, most, less))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" · "));
        return words.isEmpty() ? Texts.text("areas.nothing") : words;
    }

    private static String line(
            AreaAccess level, Map<Area, AreaAccess> most, Map<Area, AreaAccess> less) {
        var names =
                Arrays.stream(Area.values())
                        .filter(area -> given(area, most, less) == level)
                        .map(area -> Texts.of("area", area))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : Texts.text("areas.line", names, Texts.of("level", level));
    }

    private static AreaAccess given(
            Area area, Map<Area, AreaAccess> most, Map<Area, AreaAccess> less) {
        return less.getOrDefault(area, most.getOrDefault(area, AreaAccess.NONE));
    }
}
