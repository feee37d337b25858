package org.portaldesk.api.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoTest {

    @ParameterizedTest
    @CsvSource({
        "smith, smtih",
        "smith, smth",
        "smith, smiith",
        "smith, smyth",
        "smith, ssmith",
        "smith, mith",
        "hernadez, hernandez",
        "aufderhar, aufdrehar"
    })
    void oneErrorApartShareAVariant(String word, String typed) {
        assertThat(near(word, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"smith, smythe", "smith, jones", "anna, otto"})
    void furtherApartDoNot(String word, String typed) {
        assertThat(near(word, typed)).isFalse();
    }

    @Test
    void twoLettersAreTooShortToForgive() {
        assertThat(Typo.variants("li")).isEmpty();
    }

    @Test
    void emojiAreOneLetter() {
        assertThat(Typo.variants("a😀b")).containsExactly("a😀b", "😀b", "ab", "a😀");
    }

    @Property
    void anyOneErrorIsForgiven(
            @ForAll @StringLength(min = 4, max = 20) @CharRange(from = 'a', to = 'z') String word,
            @ForAll @IntRange(min = 0, max = 3) int at,
            @ForAll @AlphaChars char letter) {
        var less = word.substring(0, at) + word.substring(at + 1);
        var more = word.substring(0, at) + letter + word.substring(at);
        var other = word.substring(0, at) + letter + word.substring(at + 1);
        assertThat(near(word, less)).isTrue();
        assertThat(near(word, more)).isTrue();
        assertThat(near(word, other)).isTrue();
    }

    private static boolean near(String word, String typed) {
        return !Collections.disjoint(Typo.variants(word), Typo.variants(typed));
    }
}
