package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.BulkPlan;
import org.portaldesk.contract.result.BulkPlan.Candidate;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Acts on many results: what the preview says is what happens. */
class BulkIT extends ResultIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Rows(List<BulkJob.Row> items, @Nullable String next) {}

    @Test
    void thePreviewMatchesTheOutcomeToTheRow() throws Exception {
        var free = reports(30, "LAB", "final", 0);
        var pending = reports(10, "LAB", "preliminary", 0);
        var held = reports(5, "LAB", "final", 0);
        var retracted = reports(5, "LAB", "entered-in-error", 0);
        for (var one : held) {
            done(act(ROI_REVIEWER, one, "hold", hold()));
        }
        var wish = bulk("HOLD", Map.of("patientId", child.id()));
        wish.put("hold", dataError());
        var preview = planned(ROI_REVIEWER, wish, true);

        assertThat(preview.job()).isNull();
        assertThat(ids(preview.will())).containsExactlyInAnyOrderElementsOf(joined(free, pending));
        assertThat(ids(preview.willNot()))
                .containsExactlyInAnyOrderElementsOf(joined(held, retracted));
        assertThat(preview.willNot())
                .allSatisfy(one -> assertThat(one.because()).matches("It is (HELD|RETRACTED)\\."));
        assertThat(count("result_hold")).isEqualTo(5);

        var job = ended(planned(ROI_REVIEWER, wish, false));
        assertThat(job.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(List.of(job.total(), job.done(), job.refused(), job.failed()))
                .containsExactly(50, 40, 10, 0);
        assertThat(outcomes(job)).isEqualTo(expected(preview));
        assertThat(count("result_hold")).isEqualTo(45);
        assertThat(events("RESULT_HELD", "DONE", job)).isEqualTo(40);
        assertThat(events("RESULT_HELD", "REFUSED", job)).isEqualTo(10);
    }

    @Test
    void onlyAClinicianReleasesEarlyAndTheStatuteIsNamed() throws Exception {
        kentucky();
        var delayed = reports(12, "PAT", "final", 1);
        var shown = reports(3, "LAB", "final", 1);
        var wish = new HashMap<String, Object>(Map.of("act", "RELEASE"));
        wish.put("ids", joined(delayed, shown));
        var reviewers = planned(ROI_REVIEWER, wish, true);

        assertThat(reviewers.will()).isEmpty();
        assertThat(reviewers.willNot().getFirst().rule()).isEqualTo("EARLY_RELEASE");
        assertThat(reviewers.willNot().getFirst().citation()).isEqualTo("KRS 333.152(2)");
        assertThat(mine()).hasSize(3);
        var job = ended(planned(CLINICIAN, wish, false));
        assertThat(job.done()).isEqualTo(12);
        assertThat(job.refused()).isEqualTo(3);
        assertThat(mine()).hasSize(15);
    }

    @Test
    void aResultThatIsBusyFailsAndIsDoneWhenItIsTriedAgain() throws Exception {
        kentucky();
        var delayed = reports(20, "PAT", "final", 1);
        BulkJob job;
        try (var other = superuser()) {
            other.setAutoCommit(false);
            var lock = other.prepareStatement("SELECT FROM result WHERE id = ? FOR UPDATE");
            lock.setObject(1, delayed.get(7));
            lock.execute();
            job = ended(planned(CLINICIAN, Map.of("act", "RELEASE", "ids", delayed), false));
            other.rollback();
        }
        assertThat(job.done()).isEqualTo(19);
        assertThat(job.failed()).isOne();
        var failed = rows(job, "?outcome=FAILED").getFirst();
        assertThat(failed.id()).isEqualTo(delayed.get(7));
        assertThat(failed.because()).isEqualTo("Somebody else was working on it.");

        post(CLINICIAN, "/api/results/bulk/%s/retry".formatted(job.id())).expectStatus().isOk();
        assertThat(ended(job.id()).done()).isEqualTo(20);
        refusal(post(CLINICIAN, "/api/results/bulk/%s/retry".formatted(job.id())), 409);
        assertThat(events("RESULT_RELEASED", "DONE", job)).isEqualTo(20);
    }

    @Test
    void aJobIsCancelledAndItsProgressIsTold() throws Exception {
        kentucky();
        var delayed = reports(5, "PAT", "final", 1);
        UUID id;
        try (var other = superuser()) {
            other.setAutoCommit(false);
            var plan = Map.<String, Object>of("act", "RELEASE", "ids", delayed);
            var lock = other.prepareStatement("SELECT FROM result WHERE patient_id = ? FOR UPDATE");
            lock.setObject(1, child.id());
            lock.execute();
            id = Objects.requireNonNull(planned(CLINICIAN, plan, false).job()).id();
            var cancelled =
                    body(
                            post(CLINICIAN, "/api/results/bulk/%s/cancel".formatted(id)),
                            BulkJob.class);
            assertThat(cancelled.state()).isEqualTo(BulkJob.State.CANCELLED);
            assertThat(cancelled.cancelled()).isEqualTo(5);
            other.rollback();
        }
        refusal(post(CLINICIAN, "/api/results/bulk/%s/cancel".formatted(id)), 409);
        var again = planned(CLINICIAN, Map.of("act", "RELEASE", "ids", delayed), false);
        var told =
                as(CLINICIAN)
                        .get()
                        .uri("/api/results/bulk/" + Objects.requireNonNull(again.job()).id())
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(told).contains("event:done", "\"done\":5");
    }

    @Test
    void holdsOfManyAreEndedAtOnce() throws Exception {
        var results = reports(10, "LAB", "final", 0);
        for (var one : results.subList(0, 6)) {
            done(act(ROI_REVIEWER, one, "hold", hold()));
        }
        var job = ended(planned(ROI_REVIEWER, Map.of("act", "END_HOLD", "ids", results), false));

        assertThat(List.of(job.done(), job.refused())).containsExactly(6, 4);
        assertThat(mine()).hasSize(10);
        assertThat(
                        records.texts(
                                "SELECT DISTINCT end_reason FROM result_hold WHERE patient_id = ?",
                                child.id()))
                .containsExactly("Ended together with others");
    }

    @Test
    void fiveThousandAreReleasedAsThePreviewSaid() throws Exception {
        kentucky();
        var delayed = reports(4_900, "PAT", "final", 1);
        var shown = reports(100, "LAB", "final", 1);
        var wish = Map.<String, Object>of("act", "RELEASE", "ids", joined(delayed, shown));
        var preview = planned(CLINICIAN, wish, true);
        assertThat(preview.will()).hasSize(4_900);
        assertThat(preview.willNot()).hasSize(100);
        var heap = usedHeap();

        var job = ended(planned(CLINICIAN, wish, false));
        var seconds =
                Duration.between(job.startedAt(), Objects.requireNonNull(job.endedAt())).toMillis()
                        / 1e3;
        System.out.printf(
                "bulk release of 5000: %.1f s, %.0f rows/s, heap %+d MB%n",
                seconds, 5_000 / seconds, (usedHeap() - heap) / 1_048_576);
        assertThat(List.of(job.done(), job.refused(), job.failed())).containsExactly(4_900, 100, 0);
        assertThat(allOutcomes(job)).isEqualTo(expected(preview));
        assertThat(events("RESULT_RELEASED", "DONE", job)).isEqualTo(4_900);
        assertThat(events("RESULT_RELEASED", "REFUSED", job)).isEqualTo(100);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Map<UUID, String> allOutcomes(BulkJob job) {
        var all = new HashMap<UUID, String>();
        var cursor = "";
        do {
            var page =
                    body(
                            as(ROI_REVIEWER)
                                    .get()
                                    .uri(
                                            "/api/results/bulk/%s/rows?limit=200%s"
                                                    .formatted(job.id(), cursor))
                                    .exchange(),
                            Rows.class);
            page.items().forEach(row -> all.put(row.id(), row.outcome() + " " + row.because()));
            cursor = page.next() == null ? "" : "&cursor=" + page.next();
        } while (!cursor.isEmpty());
        return all;
    }

    @Test
    void harmIsDeterminedForOnePatientAtATime() throws Exception {
        var mine = reports(2, "LAB", "final", 0);
        var first = child;
        child = records.born(aged(9, 20));
        var others = reports(1, "LAB", "final", 0);
        child = first;
        var wish = bulk("HOLD", null);
        wish.put("ids", joined(mine, others));
        wish.put("hold", hold());
        var problem = refusal(send(ROI_REVIEWER, wish, false), 422);

        assertThat(problem.detail()).contains("DETERMINED_FOR_ONE_PATIENT", "45 CFR 171.201(c)(1)");
        wish.put("ids", mine);
        assertThat(ended(planned(ROI_REVIEWER, wish, false)).done()).isEqualTo(2);
    }

    @Test
    void whatIsNotLawfulOrNotAskedRightIsRefusedAsAWhole() throws Exception {
        var results = reports(2, "LAB", "final", 0);
        var late = dataError();
        late.put("endsAt", Instant.now().plus(Duration.ofDays(11)).toString());
        var wish = bulk("HOLD", null);
        wish.put("ids", results);
        wish.put("hold", late);

        assertThat(refusal(send(ROI_REVIEWER, wish, false), 422).detail())
                .contains("ENDS_WITHIN_TEN_DAYS");
        refusal(send(CLINICIAN, wish, false), 403);
        refusal(send(ROI_REVIEWER, Map.of("act", "RELEASE"), true), 400);
        var unknown = Map.<String, Object>of("act", "RELEASE", "ids", List.of(new UUID(7, 7)));
        assertThat(planned(ROI_REVIEWER, unknown, true).willNot().getFirst().rule())
                .isEqualTo("UNKNOWN");
    }

    private static Map<String, Object> bulk(String act, @Nullable Map<String, Object> filter) {
        var wish = new HashMap<String, Object>(Map.of("act", act));
        if (filter != null) {
            wish.put("filter", filter);
        }
        return wish;
    }

    private Map<String, Object> dataError() {
        var hold = hold();
        hold.put("basis", "DATA_ERROR");
        hold.remove("harmType");
        return hold;
    }

    private WebTestClient.ResponseSpec send(
            StaffRole role, Map<String, Object> wish, boolean dryRun) {
        var body = new HashMap<>(wish);
        body.put("dryRun", dryRun);
        return as(role).mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build()
                .post()
                .uri("/api/results/bulk")
                .bodyValue(body)
                .exchange();
    }

    private BulkPlan planned(StaffRole role, Map<String, Object> wish, boolean dryRun) {
        return body(send(role, wish, dryRun).expectStatus().isOk(), BulkPlan.class);
    }

    private WebTestClient.ResponseSpec post(StaffRole role, String path) {
        return as(role).post().uri(path).exchange();
    }

    private BulkJob ended(BulkPlan plan) throws InterruptedException {
        return ended(Objects.requireNonNull(plan.job()).id());
    }

    private BulkJob ended(UUID id) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var job =
                    body(
                            as(ROI_REVIEWER).get().uri("/api/results/bulk/" + id).exchange(),
                            BulkJob.class);
            if (job.state() != BulkJob.State.RUNNING) {
                return job;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the job does not end");
    }

    private List<BulkJob.Row> rows(BulkJob job, String query) {
        return body(
                        as(ROI_REVIEWER)
                                .get()
                                .uri("/api/results/bulk/%s/rows%s".formatted(job.id(), query))
                                .exchange(),
                        Rows.class)
                .items();
    }

    private Map<UUID, String> outcomes(BulkJob job) {
        return rows(job, "?limit=200").stream()
                .collect(
                        Collectors.toMap(
                                BulkJob.Row::id, row -> row.outcome() + " " + row.because()));
    }

    private static Map<UUID, String> expected(BulkPlan preview) {
        return joined(preview.will(), preview.willNot()).stream()
                .collect(
                        Collectors.toMap(
                                Candidate::id,
                                one ->
                                        (one.rule() == null ? "DONE" : "REFUSED")
                                                + " "
                                                + one.because()));
    }

    private static List<UUID> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private int count(String table) throws SQLException {
        return Integer.parseInt(
                records.text(
                        "SELECT count(*) FROM " + table + " WHERE patient_id = ?", child.id()));
    }

    private int events(String act, String outcome, BulkJob job) throws SQLException {
        return Integer.parseInt(
                records.text(
                        """
                        SELECT count(DISTINCT object_id) FROM audit_event
                        WHERE act = ? AND outcome = ? AND after ->> 'bulk' = ?
                        """,
                        act,
                        outcome,
                        job.id().toString()));
    }
}
