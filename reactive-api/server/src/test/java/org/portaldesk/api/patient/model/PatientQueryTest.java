package org.portaldesk.api.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.patient.model.PatientQuery.Fact;
import org.portaldesk.api.patient.model.PatientQuery.Kind;

class PatientQueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate BORN = LocalDate.of(1970, 6, 22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-06-22",
                "1970/6/22",
                "1970.06.22",
                "06/22/1970",
                "6/22/1970",
                "6/22/70",
                "06-22-1970",
                "06.22.1970",
                "22/06/1970",
                "22.6.1970",
                "22 Jun 1970",
                "22 June 1970",
                "22nd of June 1970",
                "22-Jun-1970",
                "22-JUN-70",
                "June 22 1970",
                "June 22, 1970",
                "Jun. 22nd, 1970",
                "jun 22 70",
                " 1970-06-22 ",
                "１９７０-06-22"
            })
    void birthDateInAnyUsualWayOfWriting(String text) {
        var query = parse(text);
        assertThat(query.words()).isEmpty();
        assertThat(query.facts()).containsExactly(Fact.ofDates(List.of(BORN)));
        assertThat(query.kinds()).contains(Kind.BIRTH_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"06221970", "19700622", "062270"})
    void digitsThatMakeADateMayBeAnMrnToo(String text) {
        var fact = only(text);
        assertThat(fact.birthDates()).contains(BORN);
        assertThat(fact.mrn()).isEqualTo(text);
    }

    @Test
    void yearOfTwoDigitsIsEitherCentury() {
        assertThat(only("6/22/20").birthDates())
                .containsExactly(LocalDate.of(1920, 6, 22), LocalDate.of(2020, 6, 22));
        assertThat(only("6/22/70").birthDates()).containsExactly(BORN);
    }

    @Test
    void nobodyIsBornTomorrow() {
        assertThat(only("11/22/2026").birthDates()).containsExactly(TODAY);
        assertThat(only("11/23/2026").birthDates()).isEmpty();
    }

    @Test
    void thirtiethOfFebruaryFindsNobody() {
        assertThat(only("2/30/1970").birthDates()).isEmpty();
    }

    @Test
    void leapDayIsADate() {
        assertThat(only("Feb 29, 2008").birthDates()).containsExactly(LocalDate.of(2008, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "555-519-5833",
                "(555) 519-5833",
                "(555)519-5833",
                "555.519.5833",
                "555 519 5833",
                "+1 555 519 5833",
                "1-555-519-5833",
                "+1 (555) 519-5833"
            })
    void phoneInAnyFormat(String text) {
        assertThat(parse(text).facts()).containsExactly(Fact.ofPhone("5555195833"));
        assertThat(parse(text).words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5555195833", "15555195833"})
    void tenDigitsMayBeAPhone(String text) {
        assertThat(only(text).phone()).isEqualTo("5555195833");
    }

    @ParameterizedTest
    @ValueSource(strings = {"519-5833", "519 5833", "5195833"})
    void phoneWithoutAreaCode(String text) {
        assertThat(only(text).localNumber()).isEqualTo("5195833");
    }

    @Test
    void mrnIsAFact() {
        var fact = only("60819634");
        assertThat(fact.mrn()).isEqualTo("60819634");
        assertThat(fact.birthDates()).isEmpty();
    }

    @Test
    void mrnMayHoldLetters() {
        assertThat(only("e-12345").mrn()).isEqualTo("E-12345");
    }

    @Test
    void emailIsAFact() {
        assertThat(parse("Franklin.Aufderhar@Example.org").facts())
                .containsExactly(Fact.ofEmail("franklin.aufderhar@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "Smith 6/22/1970, smith",
        "6/22/1970 Smith, smith",
        "'Smith, June 22, 1970', smith",
        "smith 1970-06-22, smith",
        "Smith (555) 519-5833, smith",
        "o'neill 22 Jun 1970, oneill"
    })
    void nameAndFactTogether(String text, String word) {
        var query = parse(text);
        assertThat(query.words()).containsExactly(word);
        assertThat(query.facts()).hasSize(1);
    }

    @Test
    void monthsAreNamesWhereNoDayIsBesideThem() {
        var query = parse("April June");
        assertThat(query.words()).containsExactlyInAnyOrder("april", "june");
        assertThat(query.facts()).isEmpty();
    }

    @Test
    void longestWordComesFirst() {
        assertThat(parse("jo smithson").words()).containsExactly("smithson", "jo");
    }

    @Test
    void oneWordCanBeAUsername() {
        assertThat(parse("Franklin.A70").username()).isEqualTo("franklin.a70");
        assertThat(parse("two words").username()).isNull();
    }

    @Test
    void punctuationFindsNothingAndBreaksNothing() {
        var query = parse("'; DROP TABLE patient; --");
        assertThat(query.words()).containsExactly("patient", "table", "drop");
        assertThat(parse(" ., ").kinds()).isEmpty();
    }

    @Test
    void controlCharactersSeparate() {
        assertThat(parse("ann\u0000lee").words()).containsExactly("ann", "lee");
    }

    @Property
    void anyTextIsAQuery(@ForAll String text) {
        var query = parse(text);
        assertThat(query.words()).hasSizeLessThanOrEqualTo(8).doesNotContain("");
    }

    @Property
    void isoAndAmericanDatesAreTheSame(@ForAll @IntRange(min = 0, max = 60_000) int dayOfEra) {
        var date = LocalDate.of(1860, 1, 1).plusDays(dayOfEra);
        var american = date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear();
        assertThat(only(date.toString()).birthDates()).containsExactly(date);
        assertThat(only(american).birthDates()).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"le", "a", "a b", "l e e", "6081", "60819", "ann@"})
    void aFewLettersOrDigitsLookForNobodyInParticular(String text) {
        assertThat(parse(text).vague()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lee", "li bo", "le 6081", "60819634", "6/22/1970", "ann@example.org"})
    void aNameOrAnIdentifierLooksForSomebody(String text) {
        assertThat(parse(text).vague()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "smith, false",
        "ann smith, false",
        "60819634, false",
        "60819634 6081, false",
        "6/22/1970 1970-06-22, false",
        "smith 6/22/1970, true",
        "60819634 6/22/1970, true",
        "smith 555-519-5833, true"
    })
    void twoIdentifiersAreOfTwoKinds(String text, boolean two) {
        assertThat(parse(text).twoIdentifiers()).isEqualTo(two);
    }

    private static PatientQuery parse(String text) {
        return PatientQuery.parse(text, TODAY);
    }

    private static Fact only(String text) {
        var facts = parse(text).facts();
        assertThat(facts).hasSize(1);
        return facts.getFirst();
    }
}
