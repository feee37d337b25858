package org.portaldesk.api.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.PatientSummary;
import org.springframework.core.ParameterizedTypeReference;

class PatientSearchIT extends FeedIT {

    private record Found(List<PatientSummary> items, @Nullable String next) {}

    @Test
    void caseAccentsAndOrderDoNotMatter() {
        var family = family("Márquez");
        given(FedPatient.named(family, "José", "Zoë"));
        for (var q :
                List.of(
                        family,
                        family.toUpperCase(Locale.ROOT),
                        family.replace('á', 'a'),
                        "zoe " + family,
                        family + ", jose",
                        "jos " + family.substring(0, family.length() - 2))) {
            assertThat(names(q)).as(q).containsExactly(family + ", José Zoë");
        }
    }

    @Test
    void apostropheIsNoHurdle() {
        var tail = family("neill");
        given(FedPatient.named("O'" + tail, "Pat"));
        for (var q : List.of("O'" + tail, "O’" + tail, "o" + tail, "o " + tail, tail)) {
            assertThat(names(q)).as(q).containsExactly("O'" + tail + ", Pat");
        }
    }

    @Test
    void doubleNameIsFoundByEitherPartAndByBoth() {
        var first = family("Smith");
        var second = family("Jones");
        given(FedPatient.named(first + "-" + second, "Mary"));
        for (var q :
                List.of(first, second, first + "-" + second, first + second, second + " mary")) {
            assertThat(names(q)).as(q).containsExactly(first + "-" + second + ", Mary");
        }
    }

    @Test
    void oneTypingErrorIsForgiven() {
        var family = family("Aufderhar");
        given(FedPatient.named(family, "Franklin"));
        for (var q :
                List.of(
                        family.replace("Aufder", "Aufdre"),
                        family.replace("Aufder", "Aufer"),
                        family.replace("Aufder", "Auffder"),
                        family.replace("Aufder", "Aufdar"),
                        "frnaklin " + family,
                        "franklin " + family.replace("Auf", "Afu"))) {
            assertThat(names(q)).as(q).containsExactly(family + ", Franklin");
        }
        assertThat(names(family.replace("Aufder", "Afu"))).isEmpty();
    }

    @Test
    void birthDateNarrowsAName() {
        var family = family("Twin");
        given(
                FedPatient.named(family, "Ann").born("1970-06-22"),
                FedPatient.named(family, "Bea").born("1971-06-22"));
        for (var q : List.of("6/22/1970", "22 Jun 1970", "June 22, 1970", "06221970", "6/22/70")) {
            assertThat(names(family + " " + q)).as(q).containsExactly(family + ", Ann");
            assertThat(names(q + " " + family)).as(q).containsExactly(family + ", Ann");
        }
        assertThat(names(family + " 2/30/1970")).isEmpty();
    }

    @Test
    void typingErrorIsForgivenBesideABirthDate() {
        var family = family("Gottlieb");
        given(FedPatient.named(family, "Ann").born("1931-01-17"));
        assertThat(names(family.replace("tt", "t") + " 1931-01-17"))
                .containsExactly(family + ", Ann");
    }

    @Test
    void mrnPhoneAndEmailFind() {
        var family = family("Reach");
        var patient =
                FedPatient.named(family, "Ann")
                        .phone("(555) 519-58" + family.length())
                        .email(family + "@Example.org");
        given(patient);
        var name = family + ", Ann";
        assertThat(names(patient.mrn())).contains(name);
        assertThat(names(patient.mrn().substring(0, 7) + " " + family)).containsExactly(name);
        assertThat(names("555-519-58" + family.length())).contains(name);
        assertThat(names("+1 555 519 58" + family.length() + " " + family)).containsExactly(name);
        assertThat(names("519-58" + family.length() + " " + family)).containsExactly(name);
        assertThat(names(family.toUpperCase(Locale.ROOT) + "@example.ORG")).containsExactly(name);
    }

    @Test
    void portalUsernameFinds() {
        var patient = FedPatient.named(family("Account"), "Ann");
        var username = family("user.");
        given(patient);
        change(
                """
                INSERT INTO portal_account (patient_id, keycloak_id, username, username_folded, state)
                SELECT id, uuidv7(), '%1$s', '%1$s', 'ACTIVE' FROM patient WHERE fhir_id = '%2$s'
                """
                        .formatted(username, patient.id()));
        var found = search(username).items();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().account())
                .isEqualTo(new PatientSummary.Account(AccountState.ACTIVE, username));
    }

    @Test
    void bestMatchesComeFirst() {
        var name = family("Best");
        given(
                FedPatient.named(name + "son", "Ann"),
                FedPatient.named("Zzz", name),
                FedPatient.named(name, "Ann"));
        assertThat(names(name)).containsExactly(name + ", Ann", "Zzz, " + name, name + "son, Ann");
    }

    @Test
    void pagesMeetWithoutGapOrOverlap() {
        var family = family("Page");
        given(
                IntStream.range(0, 25)
                        .mapToObj(at -> FedPatient.named(family, "P" + (char) ('a' + at)))
                        .toArray(FedPatient[]::new));
        var seen = new ArrayList<String>();
        var page = page(Map.of("q", family, "limit", 10));
        for (;
                page.next() != null;
                page = page(Map.of("q", family, "limit", 10, "cursor", page.next()))) {
            assertThat(page.items()).hasSize(10);
            page.items().forEach(item -> seen.add(item.name()));
        }
        page.items().forEach(item -> seen.add(item.name()));
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void twoLettersShowBirthDateAndMrnInPart() {
        given(FedPatient.named("Zq", family("Short")).born("1970-06-22"));
        assertThat(search("zq").items())
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.birthDate()).endsWith("-••-••");
                            assertThat(row.mrn()).startsWith("••••");
                            assertThat(row.masked())
                                    .containsExactlyInAnyOrder(
                                            MaskedField.BIRTH_DATE, MaskedField.MRN);
                        });
        assertThat(search("zq 6/22/1970").items())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.birthDate()).isEqualTo("1970-06-22"));
    }

    @Test
    void whoeverVerifiesCallersAsksForTwoIdentifiersFirst() {
        var family = family("Caller");
        var patient = FedPatient.named(family, "Ann").born("1970-06-22");
        given(patient);
        for (var one : List.of(family, family + " Ann", patient.mrn())) {
            var row = page(StaffRole.SUPPORT_AGENT, Map.of("q", one)).items().getFirst();
            assertThat(row.name()).isEqualTo(family + ", Ann");
            assertThat(row.birthDate() + row.mrn()).as(one).doesNotContainPattern("\\d");
        }
        var two = page(StaffRole.SUPPORT_AGENT, Map.of("q", family + " " + patient.mrn()));
        assertThat(two.items().getFirst().birthDate()).isEqualTo("1970-••-••");
    }

    @Test
    void foreignCursorIsRefused() {
        as(StaffRole.HIM_STAFF)
                .get()
                .uri("/api/patients?q=lee&cursor=bm9uZQ")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void searchIsOnRecordWithoutTheWords() {
        var family = family("Record");
        var patient = FedPatient.named(family, "Ann");
        given(patient);
        search(family + " 1970-06-22");
        var after =
                Objects.requireNonNull(
                        value(
                                """
                                SELECT after::text FROM audit_event, patient
                                WHERE act = 'PATIENTS_SEARCHED' AND fhir_id = ?
                                  AND after->'patients' @> to_jsonb(patient.id)
                                """,
                                patient.id()));
        assertThat(after)
                .contains("\"found\": 1", "NAME", "BIRTH_DATE")
                .doesNotContain(family, "1970-06");
    }

    @Test
    void nothingIsAnsweredWhenTheRecordCannotBeWritten() {
        var family = family("Silent");
        given(FedPatient.named(family, "Ann"));
        change("REVOKE INSERT ON audit_event FROM portaldesk_api");
        try {
            as(StaffRole.HIM_STAFF)
                    .get()
                    .uri("/api/patients?q={q}", family)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody(String.class)
                    .value(body -> assertThat(body).doesNotContain(family));
            var unseen = FedPatient.named(family("Unseen"), "Ann");
            put("Patient", unseen.id(), unseen.json()).expectStatus().isEqualTo(503);
            assertThat(rows("SELECT 1 FROM patient WHERE fhir_id = ?", unseen.id())).isEmpty();
        } finally {
            change("GRANT INSERT ON audit_event TO portaldesk_api");
        }
    }

    @Test
    void oddTextsFindNobodyAndBreakNothing() {
        for (var q :
                List.of("'; DROP TABLE patient; --", "%", "_", "\\", "<script>", "😀😀😀", "@")) {
            assertThat(names(q)).as(q).isEmpty();
        }
    }

    private List<String> names(String q) {
        return search(q).items().stream().map(PatientSummary::name).toList();
    }

    private Found search(String q) {
        return page(Map.of("q", q));
    }

    private Found page(Map<String, ?> body) {
        return page(StaffRole.HIM_STAFF, body);
    }

    private Found page(StaffRole role, Map<String, ?> body) {
        return Objects.requireNonNull(
                as(role).post()
                        .uri("/api/patients/search")
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(new ParameterizedTypeReference<Found>() {})
                        .returnResult()
                        .getResponseBody());
    }
}
