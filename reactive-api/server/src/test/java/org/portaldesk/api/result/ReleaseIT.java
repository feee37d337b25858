package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.proxy.Records;
import org.portaldesk.contract.portal.PortalResultApi.PortalResult;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/** From the feed to the pages of a patient and a parent. */
class ReleaseIT extends ResultIT {

    @Test
    void aFinalResultIsSeenAtOnceAPreliminaryOneNotAndACorrectedOneIsMarked() throws SQLException {
        var report = report("58410-2", "LAB", "preliminary", Instant.now());
        assertThat(mine()).isEmpty();
        assertThat(desk(report).state()).isEqualTo(ReleaseState.PENDING);

        records.run("UPDATE result SET status = 'final' WHERE id = ?", report);
        assertThat(mine()).singleElement().matches(seen -> !seen.corrected());
        assertThat(theirs()).hasSize(1);
        records.run("UPDATE result SET status = 'corrected' WHERE id = ?", report);
        assertThat(mine()).singleElement().matches(PortalResult::corrected);
        assertThat(desk(report).seenBy()).hasSize(2);
    }

    @Test
    void theSamplesSensitiveItemsAreAbsentForTheParentAndPresentForThePatient()
            throws IOException, SQLException {
        var tagged =
                List.of(
                        "76499-3", "82666-9", "72109-2", "44249-1", "89206-7", "75622-1",
                        "21613-5");
        for (var code : tagged) {
            assertThat(feedSample(code)).isEqualTo(201);
        }
        assertThat(feedSample("58410-2")).isEqualTo(201);

        assertThat(mine()).hasSize(8);
        assertThat(theirs()).extracting(PortalResult::id).containsExactly(resultOf("58410-2"));
        var why = explain(resultOf("76499-3"), parent.grant().toString(), null);
        assertThat(why.visible()).isFalse();
        assertThat(why.trace().getLast().rule()).isEqualTo("SENSITIVITY");
        assertThat(explain(resultOf("76499-3"), "patient", null).visible()).isTrue();
    }

    @Test
    void everyProxyReadsTheSameNoticeAndThePatientNone() {
        assertThat(read(parent.portal(), theirPath()).notice()).contains("may not be shown");
        assertThat(read(own, "/portal/me/results").notice()).isNull();
    }

    @Test
    void aStatuteDelaysUntilAClinicianReleasesEarly() throws SQLException {
        kentucky();
        var report = report("11529-5", "PAT", "final", Instant.now().minusSeconds(3600));
        var old = report("11529-5", "PAT", "final", Instant.now().minus(Duration.ofDays(4)));
        var delayed = desk(report);

        assertThat(delayed.state()).isEqualTo(ReleaseState.SCHEDULED);
        assertThat(delayed.statute()).isEqualTo("KRS 333.152(2)");
        assertThat(mine()).extracting(PortalResult::id).containsExactly(old);
        assertThat(refusal(act(ROI_REVIEWER, report, "release", null), 422).detail())
                .contains("EARLY_RELEASE", "KRS 333.152(2)");
        assertThat(done(act(CLINICIAN, report, "release", null)).state())
                .isEqualTo(ReleaseState.RELEASED);
        assertThat(mine()).hasSize(2);
        refusal(act(CLINICIAN, report, "release", null), 409);
    }

    @Test
    void aRetractedResultIsGoneAndNamesWhoHadSeenIt() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        assertThat(theirs()).hasSize(1);
        var retracted =
                done(act(ROI_REVIEWER, report, "retract", Map.of("reason", "Wrong patient")));

        assertThat(retracted.state()).isEqualTo(ReleaseState.RETRACTED);
        assertThat(theirs()).isEmpty();
        assertThat(desk(report).seenBy())
                .singleElement()
                .matches(seen -> parent.grant().equals(seen.grantId()));
        refusal(act(ROI_REVIEWER, report, "hold", hold()), 409);
    }

    @Test
    void onlySomeStaffSeeValues() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        assertThat(desk(report).values()).isNotNull();
        var officers =
                body(
                        as(PRIVACY_OFFICER)
                                .get()
                                .uri("/api/results/" + report)
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        Result.class);
        assertThat(officers.values()).isNull();
        assertThat(officers.conclusion()).isNull();
    }

    @Test
    void strangersAreAnsweredLikeUnknownOnes() throws SQLException {
        var stranger = records.born(aged(9, 10));
        refusal(
                own.get().uri("/portal/patients/%s/results".formatted(stranger.id())).exchange(),
                404);
        refusal(
                own.get().uri("/portal/patients/%s/results".formatted(new UUID(1, 1))).exchange(),
                404);
    }

    /** The sample's first final report with that code, fed as the child's. */
    private int feedSample(String code) throws IOException, SQLException {
        var id = "release-" + Records.number();
        var line =
                sample(code)
                        .replaceFirst("\"id\":\\s*\"[^\"]+\"", "\"id\":\"" + id + "\"")
                        .replaceFirst("Patient/[^\"]+", "Patient/" + fhirId());
        return feed().put()
                .uri("/fhir/DiagnosticReport/" + id)
                .contentType(MediaType.parseMediaType("application/fhir+json"))
                .bodyValue(line)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String sample(String code) throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        new ClassPathResource("sample/DiagnosticReport.ndjson.gz")
                                                .getInputStream()),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.contains("\"" + code + "\"") && line.contains("\"final\""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private UUID resultOf(String code) throws SQLException {
        return records.id(
                "SELECT id FROM result WHERE patient_id = ? AND code = ?", child.id(), code);
    }
}
