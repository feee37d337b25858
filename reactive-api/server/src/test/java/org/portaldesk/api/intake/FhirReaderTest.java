package org.portaldesk.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.intake.Incoming.OfObservation;
import org.portaldesk.api.intake.Incoming.OfPatient;
import org.portaldesk.api.intake.Incoming.OfReport;
import org.portaldesk.api.intake.Incoming.Rejected;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Facility;

class FhirReaderTest {

    private static final FhirReader READER =
            new FhirReader(
                    new Facility(
                            "Test", ZoneId.of("America/New_York"), URI.create("http://localhost")));

    @Test
    void officialNameComesFirst() {
        var patient =
                read(
                        FedPatient.named("Maiden", "Ann")
                                .renamed("Now", "Ann")
                                .name("maiden", "Then", "Ann"));
        assertThat(patient.names())
                .containsExactly(new PersonName("Now", "Ann"), new PersonName("Then", "Ann"));
        var reversed =
                read(
                        FedPatient.named("x")
                                .nameAs(Map.of("use", "old", "family", "Then"))
                                .name("official", "Now"));
        assertThat(reversed.name().family()).isEqualTo("Now");
    }

    @ParameterizedTest
    @CsvSource({"999-83-4786, 4786", "999834786, 4786", "4786, 4786", "XXX-XX-4786, 4786"})
    void lastFourOfTheSsn(String ssn, String last4) {
        assertThat(read(FedPatient.named("Lee").ssn(ssn)).ssnLast4()).isEqualTo(last4);
    }

    @Test
    void somethingElseThanAnSsnIsNone() {
        assertThat(read(FedPatient.named("Lee").ssn("unknown")).ssnLast4()).isNull();
    }

    @Test
    void dayOfDeathIsTheFacilitys() {
        var died = read(FedPatient.named("Lee").diedAt("2026-03-04T02:10:00Z"));
        assertThat(died.deceased()).isTrue();
        assertThat(died.deceasedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(read(FedPatient.named("Lee").diedAt("2026-03-04")).deceasedOn())
                .isEqualTo("2026-03-04");
    }

    @Test
    void deathWithoutADayIsADeath() {
        assertThat(read(FedPatient.named("Lee").diedAt("2026")).deceased()).isTrue();
        assertThat(read(FedPatient.named("Lee").diedAt("2026")).deceasedOn()).isNull();
        assertThat(read(FedPatient.named("Lee").with("deceasedBoolean", true)).deceased()).isTrue();
        assertThat(read(FedPatient.named("Lee").with("deceasedBoolean", false)).deceased())
                .isFalse();
    }

    @Test
    void languageIsThePreferredOneElseEnglish() {
        assertThat(read(FedPatient.named("Lee").speaks("es")).language()).isEqualTo("es");
        assertThat(read(FedPatient.named("Lee").speaks("e s")).language()).isEqualTo("en");
        assertThat(read(FedPatient.named("Lee")).language()).isEqualTo("en");
    }

    @Test
    void uselessContactsAreLeftOut() {
        var patient = read(FedPatient.named("Lee").phone("none").email("none").phone("555-0100"));
        assertThat(patient.contacts()).hasSize(1);
    }

    @Test
    void parentsAreNamedAsStaffSayIt() {
        var patient = read(FedPatient.named("Lee").contact("MTH", "Lee", "Sue", "s@example.org"));
        assertThat(patient.related().getFirst().relationship()).isEqualTo("MOTHER");
        assertThat(patient.related().getFirst().name()).isEqualTo("Lee, Sue");
    }

    @Test
    void reportAndObservationAreRead() {
        var observation = FedResult.observation("p1");
        assertThat(READER.read(observation.json())).isInstanceOf(OfObservation.class);
        assertThat(READER.read(FedResult.report("p1", observation).json()))
                .isInstanceOfSatisfying(
                        OfReport.class,
                        read ->
                                assertThat(read.report().observations())
                                        .containsExactly(observation.id()));
    }

    @Test
    void subjectMustBeAPatient() {
        var json = FedResult.observation("p1").json().replace("Patient/p1", "Group/p1");
        assertThat(reason(json)).isEqualTo("subject is not a patient");
    }

    @Test
    void absurdNumbersAreSeenBeforeTheyAreParsed() {
        var json = FedResult.observation("p1").json();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (var number :
                            List.of("1e999999", "1E+99999", "-1.5e-999999", "\"1e999999\"")) {
                        assertThat(READER.read(json.replace("6.2", number)))
                                .as(number)
                                .isInstanceOf(Rejected.class);
                    }
                });
    }

    @Test
    void idsThatLookLikeNumbersAreIds() {
        var json = FedResult.observation("12e4567").json();
        assertThat(READER.read(json)).isInstanceOf(OfObservation.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[]", "{}", "{\"resourceType\":7}", "<Patient/>"})
    void whatIsNoResourceIsRejected(String json) {
        assertThat(READER.read(json)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Patient\",\"birthDate\":\"2001-01-01\",\"birthDate\":\"2002-02-02\"}",
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"A\",\"family\":\"B\"}]}",
                "{\"resourceType\":\"Patient\",\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Patient\",\"birthDate\":\"2001-01-01\",\"birth\\u0044ate\":\"2002-02-02\"}",
            })
    void aNameThatStandsTwiceInOneObjectIsRejectedHoweverItIsSpelled(String json) {
        assertThat(reason(json)).endsWith("stands twice in the same place");
    }

    @Test
    void theSameNameInTwoObjectsIsNoFault() {
        var json = "{\"a\":{\"b\":1,\"c\":[{\"b\":1},{\"b\":2}]},\"b\":{\"a\":1}}";
        assertThat(NamedTwice.in(json)).isNull();
    }

    @Test
    void reasonsNeverRepeatWhatWasSent() {
        var secret = "Secret1234";
        for (var patient :
                List.of(
                        FedPatient.named("Lee").with("birthDate", secret),
                        FedPatient.named("Lee").with("gender", secret),
                        FedPatient.named("Lee").with("active", secret),
                        FedPatient.named("Lee").with(secret, "x"),
                        FedPatient.named("Lee").with("name", secret),
                        FedPatient.named("Lee").with("id", secret + "?"))) {
            assertThat(reason(patient.json())).doesNotContain(secret);
        }
    }

    @Property(tries = 200)
    void anyTextIsAnsweredWithAValue(@ForAll String text) {
        assertThat(READER.read(text)).isInstanceOf(Rejected.class);
    }

    private static FeedPatient read(FedPatient patient) {
        return switch (READER.read(patient.json())) {
            case OfPatient(var read) -> read;
            case Incoming other -> throw new AssertionError(other.toString());
        };
    }

    private static String reason(String json) {
        return switch (READER.read(json)) {
            case Rejected(var rejection) -> rejection.reason();
            case Incoming other -> throw new AssertionError(other.toString());
        };
    }
}
