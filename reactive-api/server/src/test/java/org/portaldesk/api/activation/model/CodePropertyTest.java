package org.portaldesk.api.activation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CodePropertyTest {

    private static final List<String> GAPS =
            List.of("", "-", " ", "–", "—", "\u00ad", "\u00a0", "\t", " - ");

    @Provide
    Arbitrary<Code> codes() {
        return Arbitraries.strings()
                .withChars(Code.ALPHABET.toCharArray())
                .ofLength(Code.LENGTH)
                .map(Code::new);
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("codes") Code code) {
        assertThat(Code.typed(code.printed())).isEqualTo(code);
    }

    @Property
    void everySpellingOfACodeIsThatCode(
            @ForAll("codes") Code code, @ForAll @Size(Code.LENGTH) List<Integer> whims) {
        assertThat(Code.typed(spelled(code, whims))).isEqualTo(code);
    }

    /** Accents, joiners, soft hyphens, ligatures: what composes, hides or changes its length. */
    @Provide
    Arbitrary<String> strangeTexts() {
        return Arbitraries.strings()
                .withChars("AaOoIiKs0 -")
                .withCharRange('\u0300', '\u036f')
                .withChars("\u00ad\u200b\u200d\u00a0\u2013\u2212")
                .withChars("ßŉǰıİſﬁﬀﬗΐͅΣΆῼ①㍿각각")
                .ofMaxLength(12);
    }

    @Property
    void noTextIsTooStrangeToRead(@ForAll String text) {
        assertThat(form(form(text))).isEqualTo(form(text));
    }

    @Property
    void noMixtureOfAccentsAndGapsIsEither(@ForAll("strangeTexts") String text) {
        assertThat(form(form(text))).isEqualTo(form(text));
    }

    @Property
    void freshCodesAreMadeOfTheAlphabet(@ForAll long seed) {
        var code = Code.random(RandomGenerator.of("L64X128MixRandom"));
        assertThat(code.printed()).matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}");
        assertThat(Code.random(new Random(seed))).isEqualTo(Code.random(new Random(seed)));
    }

    @Test
    void aCodeDoesNotShowItselfInLogs() {
        var code = Code.typed("ABCDE-FGHJK-MNPQR");
        assertThat(code.toString()).doesNotContain("ABCDE");
    }

    @Test
    void lookAlikesAndWideLettersMeanWhatTheyLookLike() {
        assertThat(Code.typed("oO0iIlL1")).isEqualTo(new Code("00011111"));
        assertThat(Code.typed("ＡＢＣ　１２３")).isEqualTo(new Code("ABC123"));
        assertThat(Code.typed("A\u00ad\u0308")).isEqualTo(new Code("Ä"));
    }

    private static String form(String text) {
        return Code.typed(text).symbols();
    }

    /** Each symbol as somebody might type it, with something between. */
    private static String spelled(Code code, List<Integer> whims) {
        var symbols = code.symbols().chars().mapToObj(Character::toString).toList();
        var whim = whims.iterator();
        return symbols.stream()
                .map(symbol -> spelled(symbol, Math.abs(whim.next() % 1000)))
                .collect(Collectors.joining());
    }

    private static String spelled(String symbol, int whim) {
        var spellings =
                switch (symbol) {
                    case "0" -> List.of("0", "o", "O");
                    case "1" -> List.of("1", "i", "I", "l", "L");
                    default -> List.of(symbol, symbol.toLowerCase(Locale.ROOT));
                };
        return spellings.get(whim % spellings.size()) + GAPS.get(whim % GAPS.size());
    }
}
