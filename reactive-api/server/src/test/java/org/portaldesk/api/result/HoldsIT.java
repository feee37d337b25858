package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.portal.PortalResultApi.PortalResult;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ViewerSight;
import org.portaldesk.contract.result.Visibility;
import org.portaldesk.contract.result.Visibility.Step;

/** A hold from its wish to its end, and the explanation of all of it. */
class HoldsIT extends ResultIT {

    @Test
    void aHeldResultIsGoneOnTheNextRequestAndBackWhenTheHoldHasEnded() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        assertThat(mine()).hasSize(1);
        var before = databaseNow();
        var held = done(act(ROI_REVIEWER, report, "hold", hold()));

        assertThat(held.state()).isEqualTo(ReleaseState.HELD);
        assertThat(Objects.requireNonNull(held.hold()).firstSeenAt()).isNotNull();
        assertThat(mine()).isEmpty();
        assertThat(theirs()).hasSize(1);
        var during = databaseNow();
        records.run(
                "UPDATE result_hold SET review_at = placed_at, ends_at = clock_timestamp() WHERE result_id = ?",
                report);
        assertThat(mine()).hasSize(1);
        assertThat(desk(report).state()).isEqualTo(ReleaseState.RELEASED);
        assertThat(explain(report, "patient", before).visible()).isTrue();
        assertThat(last(explain(report, "patient", during)).rule()).isEqualTo("HOLD");
        assertThat(explain(report, parent.grant().toString(), during).visible()).isTrue();
        assertThat(explain(report, "patient", null).visible()).isTrue();
        refusal(explaining(report, "patient", Instant.now().plusSeconds(3600)), 404);
    }

    @Test
    void whoSeesAResultIsToldForThePatientAndEachProxyAlsoAsItWas() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var before = databaseNow();
        done(act(ROI_REVIEWER, report, "hold", hold()));
        records.run(
                "UPDATE proxy_grant SET state = 'ENDED', ended_at = clock_timestamp(), end_reason = 'test' WHERE id = ?",
                parent.grant());

        assertThat(viewers(report, null)).containsExactly("patient false");
        assertThat(viewers(report, before))
                .containsExactly("patient true", parent.grant() + " true");
        assertThat(explain(report, parent.grant().toString(), before).visible()).isTrue();
        assertThat(last(explain(report, parent.grant().toString(), null)).rule())
                .isEqualTo("ACCESS");
    }

    private List<String> viewers(UUID result, @Nullable Instant at) {
        var path = "/api/patients/%s/viewers?resultId=%s%s";
        return body(
                        as(ROI_REVIEWER)
                                .get()
                                .uri(
                                        path.formatted(
                                                child.id(), result, at == null ? "" : "&at=" + at))
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        Viewers.class)
                .items()
                .stream()
                .map(one -> one.viewer() + " " + one.visible())
                .toList();
    }

    private record Viewers(List<ViewerSight> items) {}

    @Test
    void aHoldThatBreaksARuleIsRefusedWithItsNameAndCitationOnRecord() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var distress = hold();
        distress.put("harmType", "EMOTIONAL_DISTRESS");
        var problem = refusal(act(ROI_REVIEWER, report, "hold", distress), 422);

        assertThat(problem.code()).isEqualTo(ProblemCode.AGAINST_RULE);
        assertThat(problem.detail()).contains("NOT_FOR_DISTRESS", "45 CFR 164.524(a)(3)(i)");
        assertThat(mine()).hasSize(1);
        assertThat(refusals(report)).containsExactly("RESULT_HELD NOT_FOR_DISTRESS");
    }

    @Test
    void aSecondHoldAndAStaleOneAreRefused() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var version = desk(report).version();
        done(act(ROI_REVIEWER, report, "hold", hold()));

        refusal(act(ROI_REVIEWER, report, "hold", hold()), 409);
        refusal(
                post(ROI_REVIEWER, report, "end-hold", Map.of("reason", "x"))
                        .header("If-Match", "\"" + version + "\"")
                        .exchange(),
                412);
        assertThat(done(act(ROI_REVIEWER, report, "end-hold", Map.of("reason", "x"))).state())
                .isEqualTo(ReleaseState.RELEASED);
        refusal(act(ROI_REVIEWER, report, "end-hold", Map.of("reason", "x")), 409);
    }

    @Test
    void theDeterminerCannotReviewAndAnotherClinicianEndsTheHold() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var review = Map.of("outcome", "OVERTURNED", "note", "The danger has passed");
        var mineToJudge = hold();
        mineToJudge.put("determinerId", clinician("E.", "Marchetti, MD", null));
        done(act(ROI_REVIEWER, report, "hold", mineToJudge));
        var problem = refusal(act(CLINICIAN, report, "review-hold", review), 403);
        assertThat(problem.detail()).contains("REVIEWER_MAY_BE_DETERMINER", "45 CFR 164.524(d)(4)");

        done(act(ROI_REVIEWER, report, "end-hold", Map.of()));
        done(act(ROI_REVIEWER, report, "hold", hold()));
        var reviewed = done(act(CLINICIAN, report, "review-hold", review));
        assertThat(reviewed.state()).isEqualTo(ReleaseState.RELEASED);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void theListAndTheHoldsArePagedAndFiltered() throws SQLException {
        var first = report("58410-2", "LAB", "final", Instant.now());
        var second = report("24627-2", "RAD", "preliminary", Instant.now());
        done(act(ROI_REVIEWER, first, "hold", hold()));

        assertThat(listed("state=HELD")).containsExactly(first.toString());
        assertThat(listed("state=PENDING&category=RAD")).containsExactly(second.toString());
        assertThat(listed("q=" + child.mrn())).containsExactly(second.toString(), first.toString());
        assertThat(listed("limit=1")).containsExactly(second.toString());
        var soon = Instant.now().plus(Duration.ofDays(4));
        var holds =
                as(ROI_REVIEWER)
                        .get()
                        .uri("/api/holds?limit=200&endingBefore=" + soon)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(holds).contains(first.toString());
    }

    @Test
    void explanationAndPortalAgreeOnEveryMixOfStatusCodeAndHold() throws SQLException {
        for (var status : List.of("preliminary", "final", "amended", "entered-in-error")) {
            for (var code : List.of("58410-2", "76499-3")) {
                for (var against : List.of("nobody", "patient", "ALL", "SOME")) {
                    held(report(code, "LAB", status, Instant.now()), against);
                }
            }
        }
        var shownToPatient = mine().stream().map(PortalResult::id).toList();
        var shownToParent = theirs().stream().map(PortalResult::id).toList();

        assertThat(shownToPatient).hasSize(12);
        assertThat(shownToParent).hasSize(4);
        for (var id : records.texts("SELECT id FROM result WHERE patient_id = ?", child.id())) {
            var result = UUID.fromString(id);
            assertThat(explain(result, "patient", null).visible())
                    .isEqualTo(shownToPatient.contains(result));
            assertThat(explain(result, parent.grant().toString(), null).visible())
                    .isEqualTo(shownToParent.contains(result));
        }
    }

    private void held(UUID result, String against) throws SQLException {
        if (against.equals("nobody")) {
            return;
        }
        var patient = against.equals("patient");
        records.run(
                """
                INSERT INTO result_hold (result_id, patient_id, basis, determiner_name, relationship, facts, from_patient,
                                         from_proxies, grants, placed_by, placed_by_name, review_at, ends_at)
                VALUES (?, ?, 'PRIVACY', 'Dr. Example', true, 'facts', ?, ?, ?::text::uuid[], 'x', 'x',
                        clock_timestamp() + interval '1 day', clock_timestamp() + interval '1 day')
                """,
                result,
                child.id(),
                patient,
                patient ? "NONE" : against,
                against.equals("SOME") ? "{" + parent.grant() + "}" : "{}");
    }

    private Instant databaseNow() throws SQLException {
        return Instant.parse(
                records.text(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private List<String> refusals(UUID result) throws SQLException {
        return records.texts(
                "SELECT act || ' ' || reason FROM audit_event WHERE outcome = 'REFUSED' AND object_id = ?",
                result.toString());
    }

    private List<String> listed(String query) {
        var ids =
                as(ROI_REVIEWER)
                        .get()
                        .uri("/api/results?patientId=%s&%s".formatted(child.id(), query))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Items.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(ids).items().stream()
                .map(result -> result.id().toString())
                .toList();
    }

    private record Items(List<Result> items) {}

    private static Step last(Visibility visibility) {
        return visibility.trace().getLast();
    }
}
