package org.portaldesk.api.support.model;

import java.util.ArrayList;
import java.util.List;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.patient.model.PersonName;

/**
 * A name as it was said. Family name and first given name must be there; further given names may be
 * there, as initials too; nothing else may. Words stand in any order, and it does not matter where
 * a part is cut: {@code Delacruz} is {@code De La Cruz}. A nickname is not the name.
 */
record SpokenName(String text) {

    /** More words than any name has: what they would be compared with grows fast. */
    private static final int MOST_WORDS = 8;

    /** A part of the name on record. */
    private record Part(String whole, boolean needed) {

        boolean fits(String spoken) {
            return Spoken.same(spoken, whole)
                    | (!needed && Spoken.same(spoken, whole.substring(0, 1)));
        }
    }

    boolean fits(PersonName known) {
        var words = Folding.words(text);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return false;
        }
        var together = List.of(needed(known.family()), needed(known.given()));
        return covers(words, present(apart(known))) | covers(words, present(together));
    }

    private static List<Part> apart(PersonName known) {
        var parts = new ArrayList<>(List.of(needed(known.family())));
        for (var given : Folding.words(known.given())) {
            parts.add(new Part(given, parts.size() == 1));
        }
        return parts;
    }

    private static Part needed(String name) {
        return new Part(Folding.joined(name), true);
    }

    private static List<Part> present(List<Part> parts) {
        return parts.stream().filter(part -> !part.whole.isEmpty()).toList();
    }

    /** Whether the words, some of them joined, are the needed parts and no others. */
    private static boolean covers(List<String> words, List<Part> parts) {
        if (words.isEmpty()) {
            return parts.stream().noneMatch(Part::needed);
        }
        for (var length = 1; length <= words.size(); length++) {
            var spoken = String.join("", words.subList(0, length));
            var rest = words.subList(length, words.size());
            if (parts.stream()
                    .anyMatch(part -> part.fits(spoken) && covers(rest, less(parts, part)))) {
                return true;
            }
        }
        return false;
    }

    private static List<Part> less(List<Part> parts, Part used) {
        var rest = new ArrayList<>(parts);
        rest.remove(used);
        return rest;
    }

    @Override
    public String toString() {
        return "SpokenName[…]";
    }
}
