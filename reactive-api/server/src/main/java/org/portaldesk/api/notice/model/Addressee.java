package org.portaldesk.api.notice.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a letter goes to.
 *
 * @param name given name first
 * @param lines street and number, and what else stands above the city
 */
public record Addressee(
        String name,
        List<String> lines,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {

    private static final List<String> HOME = List.of("US", "USA", "UNITED STATES");

    public Addressee {
        lines = List.copyOf(lines);
    }

    /** The lines that show in the envelope's window, the name first. */
    public List<String> block() {
        var block = new ArrayList<String>();
        block.add(name);
        block.addAll(lines);
        block.add(joined(" ", joined(", ", city, state), postalCode));
        if (country != null && !HOME.contains(country.strip().toUpperCase(Locale.ROOT))) {
            block.add(country);
        }
        return block.stream().map(PaperLine::of).filter(line -> !line.isEmpty()).toList();
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(separator));
    }

    @Override
    public String toString() {
        return "Addressee[…]";
    }
}
