package org.portaldesk.api.request.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.request.CodeRequest.Outcome.ABSENT;
import static org.portaldesk.contract.request.CodeRequest.Outcome.MATCH;
import static org.portaldesk.contract.request.CodeRequest.Outcome.MISMATCH;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.contract.request.CodeRequest.Claimed;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Field;
import org.portaldesk.contract.request.CodeRequest.Outcome;

class ComparisonsTest {

    private static final OnRecord ZOE =
            new OnRecord(
                    "Zoë Anne",
                    "O'Neill García",
                    LocalDate.of(1970, 6, 22),
                    "4786",
                    List.of("zoe@example.org", "work@example.org"),
                    List.of("555-123-4567"),
                    new PostalAddress(
                            List.of("88 Maple St."), "Springfield", "MA", "01108-1234", "US"));

    @Test
    void everyFieldIsCompared() {
        assertThat(compared("Zoe", "ONeill"))
                .extracting(Comparison::field)
                .containsExactly(Field.values());
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë Anne, MATCH",
        "zoe, MATCH",
        "ZOE ANNE MARIE, MATCH",
        "Zoé, MATCH",
        "Zo, MISMATCH",
        "Chloe, MISMATCH",
        "Anne Chloe, MISMATCH",
    })
    void aGivenNameMayLackOrHaveAMiddleName(String claimed, Outcome outcome) {
        assertThat(outcome(compared(claimed, "O'Neill"), Field.GIVEN_NAME)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "O’Neill Garcia, MATCH",
        "oneill, MATCH",
        "Garcia, MATCH",
        "ONEILL-GARCIA, MATCH",
        "Neil, MISMATCH",
    })
    void aFamilyNameMayBeOneOfTwo(String claimed, Outcome outcome) {
        assertThat(outcome(compared("Zoe", claimed), Field.FAMILY_NAME)).isEqualTo(outcome);
    }

    @Test
    void anyOfSeveralContactsWillDoAndIsTheOneShown() {
        var fields = compared(claimed("4786", "WORK@example.org ", "+1 (555) 123-4567", null));

        assertThat(outcome(fields, Field.EMAIL)).isEqualTo(MATCH);
        assertThat(field(fields, Field.EMAIL).onRecord()).isEqualTo("work@example.org");
        assertThat(outcome(fields, Field.PHONE)).isEqualTo(MATCH);
        assertThat(outcome(fields, Field.SSN_LAST4)).isEqualTo(MATCH);
    }

    @Test
    void whatOneSideDoesNotSayIsAbsent() {
        var fields = compared(claimed(null, " ", null, null));

        assertThat(outcome(fields, Field.SSN_LAST4)).isEqualTo(ABSENT);
        assertThat(outcome(fields, Field.EMAIL)).isEqualTo(ABSENT);
        assertThat(outcome(fields, Field.PHONE)).isEqualTo(ABSENT);
        assertThat(outcome(fields, Field.ADDRESS)).isEqualTo(ABSENT);
        assertThat(field(fields, Field.SSN_LAST4).onRecord()).isEqualTo("4786");
        assertThat(field(fields, Field.SSN_LAST4).claimed()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "88 Maple St, Springfield MA 01108 | MATCH",
                "88 MAPLE ST.\\n01108 | MATCH",
                "88 Maple St, 02139 Cambridge | MISMATCH",
                "89 Maple St, 01108 | MISMATCH",
            })
    void anAddressMatchesByStreetAndZip(String claimed, Outcome outcome) {
        var fields = compared(claimed(null, null, null, claimed.replace("\\n", "\n")));

        assertThat(outcome(fields, Field.ADDRESS)).isEqualTo(outcome);
    }

    @Test
    void anotherBirthDateDoesNotMatch() {
        var claimed =
                new Claimed(
                        "Zoe", "O'Neill", LocalDate.of(1970, 6, 23), null, null, null, null, null);

        assertThat(outcome(Comparisons.of(claimed, ZOE), Field.BIRTH_DATE)).isEqualTo(MISMATCH);
    }

    private static List<Comparison> compared(String given, String family) {
        return compared(
                new Claimed(
                        given, family, LocalDate.of(1970, 6, 22), null, null, null, null, null));
    }

    private static List<Comparison> compared(Claimed claimed) {
        return Comparisons.of(claimed, ZOE);
    }

    private static Claimed claimed(
            @Nullable String ssn,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address) {
        return new Claimed(
                "Zoe", "O'Neill", LocalDate.of(1970, 6, 22), ssn, email, phone, address, null);
    }

    private static Comparison field(List<Comparison> fields, Field field) {
        return fields.stream().filter(each -> each.field() == field).findFirst().orElseThrow();
    }

    private static Outcome outcome(List<Comparison> fields, Field field) {
        return field(fields, field).outcome();
    }
}
