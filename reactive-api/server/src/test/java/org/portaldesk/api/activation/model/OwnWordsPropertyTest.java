package org.portaldesk.api.activation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any name, spelled in any way, anywhere in a password. */
class OwnWordsPropertyTest {

    private static final LocalDate BORN = LocalDate.of(1998, 6, 4);

    @Property(tries = 2_000)
    void noPasswordHoldsANameOfThePerson(
            @ForAll("names") String name,
            @ForAll("spellings") UnaryOperator<String> spelling,
            @ForAll("words") String before,
            @ForAll("words") String after) {
        var password = before + " " + spelling.apply(name) + " " + after;
        assertThat(OwnWords.in(password, List.of("Quirin", name), BORN)).isTrue();
        assertThat(OwnWords.in(password, List.of(name, "Quirin"), BORN)).isTrue();
    }

    @Property(tries = 2_000)
    void noPasswordHoldsTheBirthDate(
            @ForAll("dates") LocalDate born,
            @ForAll("forms") String form,
            @ForAll("words") String before) {
        var date = form.formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth());
        assertThat(OwnWords.in(before + " " + date, List.of("Quirin"), born)).as(date).isTrue();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abdefgilmnorstuzéñöüøßłšç")
                .ofMinLength(2)
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<UnaryOperator<String>> spellings() {
        return Arbitraries.of(
                name -> name,
                name -> name.toUpperCase(Locale.ROOT),
                name -> Normalizer.normalize(name, Form.NFD),
                name -> Normalizer.normalize(name, Form.NFD).replaceAll("\\p{M}", ""),
                name -> name.replace('o', '0').replace('e', '3').replace('i', '1'),
                name -> name.replace('a', '@').replace('s', '$').replace('b', '8'),
                name -> name.replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("", "green", "horses jump", "7 wet ducks", "¡llueve!");
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(0, 36_000)
                .map(day -> LocalDate.of(1925, 1, 1).plusDays(day));
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(
                "%1$d-%2$02d-%3$02d",
                "%2$d/%3$d/%1$d",
                "%3$d.%2$d.%1$d",
                "%2$02d%3$02d%1$d",
                "%3$02d%2$02d%1$d",
                "%3$d %2$02d %1$d");
    }
}
