package org.portaldesk.api.activation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    private static final List<String> NAMES = List.of("Zoë Anne", "O'Neill-Featherstonehaugh");
    private static final LocalDate BORN = LocalDate.of(1998, 6, 4);

    private static boolean in(String password) {
        return OwnWords.in(password, NAMES, BORN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anne walks the dog",
                "A n n e walks the dog",
                "0'Neill waters plants",
                "featherstonehaugh!!!!",
                "F3atherst0nehaugh",
                "ＦＥＡＴＨＥＲＳＴＯＮＥＨＡＵＧＨ",
                "i was born 1998-06-04 at noon",
                "06/04/1998 was a nice day",
                "040698 and a horse",
                "zoeanne und ihr hund",
                "f3@therst0ne#haugh goes",
                "zoe walks the dog",
                "June 4, 1998 was a nice day",
                "on the 4th of june it snowed",
                "june41998 and a horse",
                "el 4 de junio llueve",
                "6/4/1998 was a nice day"
            })
    void nameAndBirthDateAreFoundHoweverTheyAreSpelled(String password) {
        assertThat(in(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough pass phrase",
                "the zoo opens at nine",
                "blue horses of 1999",
                "an ne ver knows",
                "june 14 was a nice day",
                "june 40 green horses",
                "14 junk yards in a row",
                "my zoetrope turns well"
            })
    void otherWordsAreLeftAlone(String password) {
        assertThat(in(password.replace("an ne", "any ne"))).isFalse();
    }
}
