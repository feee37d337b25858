package org.portaldesk.api.support.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.contract.verification.Fact;

class SpokenTest {

    private static final OnRecord RECORD = named("De La Cruz", "María José");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "María José De La Cruz",
                "de la cruz, maria",
                "DELACRUZ MARIA JOSE",
                "Mariajose de la Cruz",
                "maria j. de la cruz",
                "José, María, De la Cruz"
            })
    void aNameFitsInAnyOrderAndHoweverItIsCut(String spoken) {
        assertThat(fits(Fact.FULL_NAME, spoken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maria",
                "De La Cruz",
                "Jose De La Cruz",
                "Mari De La Cruz",
                "Maria Cruz",
                "Maria De La Cruz Lopez",
                "Maria Ana Jose De La Cruz",
                "",
                " , "
            })
    void aPartANicknameOrAnotherNameDoesNotFit(String spoken) {
        assertThat(fits(Fact.FULL_NAME, spoken)).isFalse();
    }

    @Test
    void aPersonWithOneNameHasOnlyThat() {
        var known = named("Sukarno", "");
        assertThat(spoken("sukarno").fits(Fact.FULL_NAME, known)).isTrue();
        assertThat(spoken("sukarno putra").fits(Fact.FULL_NAME, known)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-06-22",
                "06/22/1970",
                "6.22.1970",
                "June 22, 1970",
                "22 Jun 1970",
                "22nd of June 1970",
                "06221970",
                "6/22/70"
            })
    void aBirthDateFitsInAnyUsualWayOfWriting(String spoken) {
        assertThat(fits(Fact.BIRTH_DATE, spoken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"06/23/1970", "1970", "June 1970", "22", "06/22/1971", "hello"})
    void anotherDateDoesNotFit(String spoken) {
        assertThat(fits(Fact.BIRTH_DATE, spoken)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1200 North Main Street, Hartford",
                "1200 n main st 06101",
                "1200 N. Main St., Apt 4, Hartford, Connecticut 06101-1234",
                "1200 N Main St #4 Hartford CT USA"
            })
    void anAddressFitsWithAbbreviations(String spoken) {
        assertThat(fits(Fact.ADDRESS, spoken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1200 North Main Street",
                "1201 North Main Street, Hartford",
                "Main Street, Hartford",
                "1200 North Main Street, Bridgeport",
                "1200 1201 1202 North Main Street Hartford",
                "Hartford 06101"
            })
    void anAddressDoesNotFitInPartOrAmongGuesses(String spoken) {
        assertThat(fits(Fact.ADDRESS, spoken)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, (555) 519-5833, true",
        "PHONE, +1 555 519 5833, true",
        "PHONE, 519-5833, false",
        "EMAIL, ' Ana @Example.ORG', true",
        "EMAIL, ana@example.com, false",
        "SSN_LAST4, 4786, true",
        "SSN_LAST4, 999-12-4786, true",
        "SSN_LAST4, 478, false",
        "SSN_LAST4, 4786 4787, false",
        "MRN, mrn 0012345, true",
        "MRN, 12345, true",
        "MRN, 1234, false",
        "CODE_ON_FILE, 1234 5678, true",
        "CODE_ON_FILE, 1234-5678, true",
        "CODE_ON_FILE, 1234 5679, false"
    })
    void otherFactsAreForgivenTheirForm(Fact fact, String spoken, boolean expected) {
        assertThat(fits(fact, spoken)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "null", "n/a", "   "})
    void nothingFitsWhatIsNotOnRecord(String spoken) {
        var bare =
                new OnRecord(
                        new PersonName("", ""),
                        LocalDate.of(1970, 6, 22),
                        null,
                        new PostalAddress(List.of(), null, null, null, null),
                        List.of(),
                        List.of(),
                        "",
                        new byte[0]);
        for (var fact : Fact.values()) {
            assertThat(spoken(spoken).fits(fact, bare)).as(fact.name()).isFalse();
        }
    }

    private static boolean fits(Fact fact, String spoken) {
        return spoken(spoken).fits(fact, RECORD);
    }

    private static Spoken spoken(String text) {
        return new Spoken(
                text, LocalDate.of(2026, 11, 22), List.of(code -> new byte[32], code -> code));
    }

    private static OnRecord named(String family, String given) {
        return new OnRecord(
                new PersonName(family, given),
                LocalDate.of(1970, 6, 22),
                "4786",
                new PostalAddress(
                        List.of("1200 North Main Street", "Apartment 4"),
                        "Hartford",
                        "CT",
                        "06101-1234",
                        "US"),
                List.of("555-519-5833"),
                List.of("ana@example.org"),
                "0012345",
                ProofCode.typed("12345678"));
    }
}
