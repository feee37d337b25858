package org.portaldesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tests that fail now and then, by name: they run and are reported, but do not fail the build, for
 * a week at most.
 */
public record Quarantine(List<Entry> entries) {

    /** How long a test may stay in it, in days. */
    static final int DAYS = 7;

    /**
     * @param test as {@code org.portaldesk.api.activation.CodesIT#theSameKeyGetsTheSameCode}
     * @param reason what fails and what is known of it
     */
    public record Entry(LocalDate since, String test, String reason) {

        boolean isOver(LocalDate today) {
            return today.isAfter(since.plusDays(DAYS));
        }
    }

    /** Reads the file {@code quarantine.txt} of the checkout; an empty one where there is none. */
    public static Quarantine ofCheckout() {
        return in(Path.of(System.getProperty("portal-desk.checkout", ".."), "quarantine.txt"));
    }

    static Quarantine in(Path file) {
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file)) : new Quarantine(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param lines each a date, a test and a reason; those that begin with {@code #} are comments
     * @throws IllegalArgumentException when a line is not such a one
     */
    static Quarantine parse(List<String> lines) {
        return new Quarantine(
                lines.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Quarantine::entry)
                        .toList());
    }

    private static Entry entry(String line) {
        var parts = line.split("\\s+", 3);
        if (parts.length < 3 || !parts[1].contains("#")) {
            throw new IllegalArgumentException("Not a date, a test and a reason: " + line);
        }
        return new Entry(LocalDate.parse(parts[0]), parts[1], parts[2]);
    }

    Optional<Entry> of(String test) {
        return entries.stream().filter(entry -> entry.test().equals(test)).findFirst();
    }
}
