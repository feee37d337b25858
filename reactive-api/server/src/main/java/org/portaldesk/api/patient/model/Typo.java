package org.portaldesk.api.patient.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * How one typing error is forgiven. Two words that are one letter more, less, other or swapped
 * apart share a variant, so that an equality finds them, whatever the number of patients.
 *
 * @see "docs/decisions/0021-typing-errors-by-variants.md"
 */
public final class Typo {

    /** Shorter words would be like almost any other. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 24;

    private Typo() {}

    /** The word and all words with one of its letters left out; none where a word is too short. */
    public static SequencedSet<String> variants(String word) {
        var letters = word.codePoints().toArray();
        var variants = new LinkedHashSet<String>();
        if (letters.length >= SHORTEST && letters.length <= LONGEST) {
            variants.add(word);
            for (int left = 0; left < letters.length; left++) {
                variants.add(without(letters, left));
            }
        }
        return Collections.unmodifiableSequencedSet(variants);
    }

    private static String without(int[] letters, int left) {
        return new String(letters, 0, left)
                + new String(letters, left + 1, letters.length - left - 1);
    }
}
