package org.portaldesk.api.support.model;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.patient.model.PostalAddress;

/**
 * An address as it was said. Number and street must be there, and the city or the ZIP code; more
 * may be, as long as it stands on record: a list of guesses fits nothing.
 */
record SpokenAddress(String text) {

    private static final int ZIP = 5;

    boolean fits(PostalAddress known) {
        if (known.lines().isEmpty()) {
            return false;
        }
        var spoken = words(text);
        var street = words(known.lines().getFirst());
        var city = words(Objects.requireNonNullElse(known.city(), ""));
        return !street.isEmpty()
                & spoken.containsAll(street)
                & (isIn(spoken, city) | isIn(spoken, words(zip(known.postalCode()))))
                & all(known).containsAll(spoken);
    }

    private static boolean isIn(Set<String> spoken, Set<String> part) {
        return !part.isEmpty() && spoken.containsAll(part);
    }

    private static Set<String> all(PostalAddress known) {
        var words = new HashSet<String>();
        known.lines().forEach(line -> words.addAll(words(line)));
        Stream.of(known.city(), known.state(), known.postalCode(), known.country())
                .filter(Objects::nonNull)
                .forEach(part -> words.addAll(words(part)));
        words.addAll(words(zip(known.postalCode())));
        words.addAll(words(UsState.named(known.state())));
        words.addAll(List.of("us", "usa"));
        return words;
    }

    private static String zip(@Nullable String code) {
        return code == null ? "" : code.substring(0, Math.min(ZIP, code.length()));
    }

    private static Set<String> words(String text) {
        return Folding.words(text.toLowerCase(Locale.ROOT).replace("#", " apt ")).stream()
                .map(Abbreviation::shortest)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "SpokenAddress[…]";
    }
}
