package org.portaldesk.api.patient.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as it was given. Either part may be empty, for people with one name, but not both.
 *
 * @param given all given names, with a space between them
 */
public record PersonName(String family, String given) {

    /** Family name first, as lists and banners show it: {@code O'Neill, Zoë Anne}. */
    public String familyFirst() {
        return Stream.of(family, given)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** As one addresses a person: {@code Zoë Anne O'Neill}. */
    public String givenFirst() {
        return (given + " " + family).strip();
    }

    /** Folded, family name first: the order of lists. */
    public String sortKey() {
        return Folding.spaced(family + " " + given);
    }

    /**
     * The words under which this name is found. Each part is there whole and in pieces, and what an
     * apostrophe joins in both ways: {@code O'Neill} is found as {@code oneill}, {@code o neill}
     * and {@code neill}.
     */
    public SequencedSet<String> searchWords() {
        var words = new LinkedHashSet<String>();
        for (var part : List.of(family, given)) {
            words.addAll(Folding.words(part));
            words.add(Folding.joined(part));
            words.addAll(Folding.pieces(part));
        }
        words.remove("");
        return Collections.unmodifiableSequencedSet(words);
    }
}
