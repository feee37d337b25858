package org.portaldesk.api.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Zoë, zoe",
        "MÁRQUEZ, marquez",
        "Straße, strasse",
        "Sørensen, sorensen",
        "Łukasz, lukasz",
        "Ægir, aegir",
        "Œuvre, oeuvre",
        "Đặng, dang",
        "Guðrún, gudrun",
        "Þór, thor",
        "İbrahim, ibrahim",
        "Işık, isik",
        "ΟΔΥΣΣΕΥΣ, οδυσσευσ",
        "ﬁona, fiona",
        "Ｓｍｉｔｈ, smith",
        "O’Neill, oneill",
        "D'Amore, damore",
        "李, 李"
    })
    void caseAndAccentsAreGone(String given, String folded) {
        assertThat(Folding.words(given)).containsExactly(folded);
    }

    @Test
    void hyphensSpacesAndCommasSeparateWords() {
        assertThat(Folding.words("Smith-Jones,  Mary\u00a0Ann."))
                .containsExactly("smith", "jones", "mary", "ann");
    }

    @Test
    void joinedIsOneWord() {
        assertThat(Folding.joined("De La Cruz")).isEqualTo("delacruz");
    }

    @Test
    void accentsThatFollowTheirLetterAreGoneToo() {
        assertThat(Folding.words("Jose\u0301")).isEqualTo(Folding.words("José"));
    }

    @Test
    void arabicAndHebrewWordsStay() {
        assertThat(Folding.words("محمد عبد")).containsExactly("محمد", "عبد");
        assertThat(Folding.words("שָׁלוֹם")).containsExactly("שלום");
    }

    @Test
    void emojiAreWords() {
        assertThat(Folding.words("Ann 😀")).containsExactly("ann", "😀");
    }

    @Test
    void punctuationAloneIsNoWord() {
        assertThat(Folding.words(" -'., ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "555-519-5833",
                "(555) 519-5833",
                "+1 555 519 5833",
                "1.555.519.5833",
                "5555195833",
                "555 519 5833 ext. 12",
                "555-519-5833x12",
                "５５５-519-5833"
            })
    void phoneInAnyWayOfWritingIsTenDigits(String number) {
        assertThat(Folding.phone(number)).isEqualTo("5555195833");
    }

    @Test
    void foreignPhoneKeepsItsCountryCode() {
        assertThat(Folding.phone("+44 20 7946 0958")).isEqualTo("442079460958");
    }

    @Test
    void emailIsLowerCase() {
        assertThat(Folding.email(" Ann.Lee+x@Example.ORG ")).isEqualTo("ann.lee+x@example.org");
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        var once = Folding.spaced(text);
        assertThat(Folding.spaced(once)).isEqualTo(once);
    }

    @Property
    void caseNeverMatters(@ForAll @CharRange(from = ' ', to = '\u024f') String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        assertThat(Folding.spaced(lower.toUpperCase(Locale.ROOT)))
                .isEqualTo(Folding.spaced(text.toUpperCase(Locale.ROOT)));
    }
}
