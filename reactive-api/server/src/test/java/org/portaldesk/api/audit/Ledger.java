package org.portaldesk.api.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What callers know of their own calls: for each, by its request id, what the record must say of it
 * and nothing else.
 */
public final class Ledger {

    /**
     * One event.
     *
     * @param patient null for none
     */
    public record Line(String act, String outcome, @Nullable UUID patient)
            implements Comparable<Line> {

        public static Line done(String act, @Nullable UUID patient) {
            return new Line(act, "DONE", patient);
        }

        public static Line refused(String act, @Nullable UUID patient) {
            return new Line(act, "REFUSED", patient);
        }

        @Override
        public int compareTo(Line other) {
            return toString().compareTo(other.toString());
        }
    }

    private final String run = "ledger-" + Long.toHexString(System.nanoTime()) + "-";
    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, List<Line>> lines = new ConcurrentHashMap<>();

    /** The id of the next call. */
    public String next() {
        return run + last.incrementAndGet();
    }

    /** Notes what a call must have left behind. */
    public void note(String requestId, List<Line> left) {
        lines.put(requestId, left.stream().sorted().toList());
    }

    /** How many calls there were. */
    public int calls() {
        return lines.size();
    }

    /** How many events they must have left. */
    public int events() {
        return lines.values().stream().mapToInt(List::size).sum();
    }

    /** Where ledger and record differ, a line each. */
    public List<String> differences(Connection database) throws SQLException {
        var record = record(database);
        var differences = new ArrayList<String>();
        lines.forEach(
                (id, mine) -> {
                    var theirs = record.getOrDefault(id, List.of()).stream().sorted().toList();
                    if (!mine.equals(theirs)) {
                        differences.add(id + ": called " + mine + ", on record " + theirs);
                    }
                });
        record.keySet().stream()
                .filter(id -> !lines.containsKey(id))
                .forEach(
                        id -> differences.add(id + ": nobody called, on record " + record.get(id)));
        return differences;
    }

    /** What the record says of this ledger's calls. */
    public Map<String, List<Line>> record(Connection database) throws SQLException {
        var record = new TreeMap<String, List<Line>>();
        try (var statement =
                database.prepareStatement(
                        "SELECT request_id, act, outcome, patient_id FROM audit_event WHERE starts_with(request_id, ?)")) {
            statement.setString(1, run);
            for (var row = statement.executeQuery(); row.next(); ) {
                record.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(
                                new Line(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, UUID.class)));
            }
        }
        return record;
    }
}
