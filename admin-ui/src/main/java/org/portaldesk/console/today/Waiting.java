package org.portaldesk.console.today;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portaldesk.console.widget.DueClock.Severity;
import org.portaldesk.contract.request.CodeRequestItem;

/**
 * The open requests as far as they were read.
 *
 * @param all whether no more are open than these
 */
record Waiting(List<CodeRequestItem> requests, boolean all) {

    Waiting {
        requests =
                requests.stream()
                        .sorted(
                                Comparator.comparing(
                                        CodeRequestItem::dueAt,
                                        Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
    }

    /** How many there are of each severity. */
    Map<Severity, Long> bySeverity(Instant now) {
        var counts = new EnumMap<Severity, Long>(Severity.class);
        requests.forEach(row -> counts.merge(Severity.of(row.dueAt(), now), 1L, Long::sum));
        return counts;
    }

    /** Those that the person at the screen has claimed. */
    List<CodeRequestItem> mine() {
        return requests.stream().filter(row -> row.claim() != null && row.claim().mine()).toList();
    }

    /** The soonest due that nobody works on. */
    List<CodeRequestItem> next(int count) {
        return requests.stream().filter(row -> row.claim() == null).limit(count).toList();
    }
}
