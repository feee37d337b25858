package org.portaldesk.console.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.portaldesk.contract.audit.AuditEvent;

/**
 * Events by day, the newest first, with looks at the same thing within minutes folded into one
 * line: who opens a record fourteen times in a call has looked at it once.
 *
 * @see "docs/decisions/0057-timelines-and-cases.md"
 */
record Timeline(List<Day> days) {

    static final int HOURS = 24;

    /** Looks further apart than this are two. */
    static final Duration FOLD = Duration.ofMinutes(10);

    private static final Pattern LOOK = Pattern.compile(".*_(READ|SEARCHED|LISTED)");

    /**
     * One day in the facility's zone.
     *
     * @param hours how many events each of its 24 hours has
     */
    record Day(LocalDate date, List<Line> lines, List<Integer> hours) {

        /** How many events it has, folded ones each. */
        int count() {
            return hours.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * One event, or several looks of one person at the same thing.
     *
     * @param events the newest first; at least one
     */
    record Line(List<AuditEvent> events) {

        AuditEvent newest() {
            return events.getFirst();
        }

        AuditEvent oldest() {
            return events.getLast();
        }

        private boolean goesOnWith(AuditEvent earlier) {
            return Duration.between(earlier.at(), oldest().at()).compareTo(FOLD) <= 0;
        }
    }

    /** What makes two looks one. */
    private record Look(String actor, String act, Object patient, Object object, Object outcome) {

        static Look of(AuditEvent event) {
            return new Look(
                    event.actor(),
                    event.act(),
                    Objects.requireNonNullElse(event.patientId(), ""),
                    Objects.requireNonNullElse(event.objectId(), ""),
                    event.outcome());
        }
    }

    /**
     * @param events the newest first, as the record lists them
     */
    static Timeline of(List<AuditEvent> events, ZoneId zone) {
        var byDay = new TreeMap<LocalDate, List<AuditEvent>>(Collections.reverseOrder());
        for (var event : events) {
            var day = event.at().atZone(zone).toLocalDate();
            byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(event);
        }
        var days = new ArrayList<Day>();
        byDay.forEach((day, those) -> days.add(new Day(day, folded(those), hours(those, zone))));
        return new Timeline(days);
    }

    private static List<Line> folded(List<AuditEvent> events) {
        var lines = new ArrayList<Line>();
        Map<Look, Line> open = new HashMap<>();
        for (var event : events) {
            var line = LOOK.matcher(event.act()).matches() ? open.get(Look.of(event)) : null;
            if (line == null || !line.goesOnWith(event)) {
                line = new Line(new ArrayList<>());
                lines.add(line);
                open.put(Look.of(event), line);
            }
            line.events.add(event);
        }
        return lines;
    }

    private static List<Integer> hours(List<AuditEvent> events, ZoneId zone) {
        var hours = new int[HOURS];
        events.forEach(event -> hours[event.at().atZone(zone).getHour()]++);
        return Arrays.stream(hours).boxed().toList();
    }
}
