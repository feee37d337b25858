package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.fhir.ImportReport;
import org.portaldesk.contract.portal.PortalResultApi.PortalResult;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/** The whole sample hospital, and families with children of every age. */
class SampleReleaseIT extends ResultIT {

    private static final int REPORTS = 6508;

    /** HARK, DAST-10, AUDIT-C, HIV, chlamydia: sexual health, substances, abuse. */
    private static final List<String> HIDDEN =
            List.of("76499-3", "82666-9", "72109-2", "75622-1", "21613-5");

    private record Items(List<Result> items, @Nullable String next) {}

    @Test
    void everyReportIsReleasedButForPreliminaryOnesAndWhatAStatuteDelays() throws Exception {
        kentucky();
        var begun = Instant.now();
        imported("Patient");
        imported("DiagnosticReport");
        var sample = sample();

        assertThat(sample).hasSizeGreaterThanOrEqualTo(REPORTS);
        for (var result : sample) {
            assertThat(result.state()).isEqualTo(expected(result));
            assertThat(result.statute() != null)
                    .isEqualTo(result.state() == ReleaseState.SCHEDULED);
        }
        System.out.printf(
                "sample: %s in %s%n",
                sample.stream()
                        .collect(Collectors.groupingBy(Result::state, Collectors.counting())),
                Duration.between(begun, Instant.now()));
    }

    @Test
    void eachDelayNamesItsStatuteWhileItLasts() throws Exception {
        kentucky();
        imported("Patient");
        imported("DiagnosticReport");
        var delays =
                records.texts(
                        """
                        SELECT DISTINCT release.state || ' ' || coalesce(release.statute, '-')
                        FROM result AS one
                        JOIN result_release_at(one.issued + interval '71 hours') AS release ON release.result_id = one.id
                        JOIN release_rule AS rule ON rule.state = 'KY'
                        WHERE one.status = 'final' AND one.issued > rule.effective_from
                          AND (one.code = ANY (rule.codes) OR one.category = ANY (rule.categories))
                          AND one.issued < now() - interval '4 days' AND release.hold_id IS NULL
                          AND one.released_early_at IS NULL AND one.retracted_at IS NULL
                        """);

        assertThat(delays)
                .isNotEmpty()
                .allMatch(delay -> delay.startsWith("SCHEDULED KRS 333.152(2)"));
    }

    @Test
    void sensitiveItemsAreAbsentForAParentAtAnyAgeOfTheChildAndPresentForThePatient()
            throws Exception {
        for (var age : List.of(0, 5, 11, 12, 13, 15, 17)) {
            child = records.born(aged(age, 10));
            own = with(portalAccount("patient_id", child.id()));
            parent = granted(child, "MINOR");
            for (var code : HIDDEN) {
                report(code, "LAB", "final", Instant.now());
            }
            report("58410-2", "LAB", "final", Instant.now());

            assertThat(mine()).as("the patient at " + age).hasSize(HIDDEN.size() + 1);
            assertThat(seenByParent().size()).as("the parent at " + age).isLessThanOrEqualTo(1);
            for (var id : records.texts(HIDDEN_OF, child.id(), HIDDEN.toArray(String[]::new))) {
                var result = UUID.fromString(id);
                assertThat(seenByParent()).extracting(PortalResult::id).doesNotContain(result);
                assertThat(explain(result, parent.grant().toString(), null).visible()).isFalse();
                assertThat(explain(result, "patient", null).visible()).isTrue();
            }
        }
    }

    private static final String HIDDEN_OF =
            "SELECT id FROM result WHERE patient_id = ? AND code = ANY (?)";

    /** A teenager's parent may see no results at all: then there is no such list. */
    private List<PortalResult> seenByParent() {
        var answer = parent.portal().get().uri(theirPath()).exchange();
        return answer.returnResult(String.class).getStatus().value() == 404 ? List.of() : theirs();
    }

    private static ReleaseState expected(Result result) {
        return switch (result.status()) {
            case "final", "corrected", "amended", "appended" ->
                    result.dueAt() != null && result.dueAt().isAfter(Instant.now())
                            ? ReleaseState.SCHEDULED
                            : ReleaseState.RELEASED;
            case "entered-in-error" -> ReleaseState.RETRACTED;
            default -> ReleaseState.PENDING;
        };
    }

    /** All of the sample's reports as the desk lists them. */
    private List<Result> sample() throws Exception {
        var ofSample =
                records.texts(
                        """
                        SELECT DISTINCT patient_id FROM result
                        WHERE fhir_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-' AND fhir_id NOT LIKE 'many-%'
                        """);
        var found = new ArrayList<Result>();
        for (var patient : ofSample) {
            var next = "";
            do {
                var page = page(patient, next);
                found.addAll(page.items());
                next = page.next() == null ? "" : "&cursor=" + page.next();
            } while (!next.isEmpty());
        }
        return found;
    }

    private Items page(String patient, String cursor) {
        return body(
                as(ROI_REVIEWER)
                        .get()
                        .uri("/api/results?limit=200&patientId=" + patient + cursor)
                        .exchange()
                        .expectStatus()
                        .isOk(),
                Items.class);
    }

    private void imported(String type) {
        var report =
                body(
                        feed().mutate()
                                .responseTimeout(Duration.ofMinutes(2))
                                .build()
                                .post()
                                .uri("/fhir/import")
                                .contentType(MediaType.parseMediaType("application/fhir+ndjson"))
                                .header("Content-Encoding", "gzip")
                                .bodyValue(new ClassPathResource("sample/" + type + ".ndjson.gz"))
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        ImportReport.class);
        assertThat(report.rejected()).isEmpty();
    }
}
