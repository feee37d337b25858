package org.portaldesk.console.fake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.BulkApi;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.BulkPlan;
import org.portaldesk.contract.result.BulkPlan.Candidate;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultApi;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ResultHold.Confirmation;
import org.portaldesk.contract.result.ViewerSight;
import org.portaldesk.contract.result.Visibility;
import org.portaldesk.contract.result.Visibility.Effect;
import org.portaldesk.contract.result.Visibility.Step;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two results that a statute delays; one of them can be held. */
public final class Results implements ResultApi, BulkApi {

    public static final UUID BIOPSY = new UUID(8, 1);
    private static final UUID SCAN = new UUID(8, 2);
    private static final UUID MOTHER = new UUID(8, 3);
    private static final UUID JOB = new UUID(8, 4);
    private static final String STATUTE = "KRS 333.152(2)";

    private final Desk desk;
    private @Nullable PlaceHold hold;
    private boolean released;
    private boolean failsOnce;
    private List<String> tags = List.of();
    private boolean consented;
    private boolean confirmed;

    Results(Desk desk) {
        this.desk = desk;
    }

    /** As it was at first. */
    public void reset() {
        hold = null;
        released = false;
        failsOnce = false;
        tags = List.of();
        consented = false;
        confirmed = false;
    }

    /** The next job leaves one row undone. */
    public void failOneRow() {
        failsOnce = true;
    }

    @Override
    public Mono<Page<Result>> list(
            @Nullable ReleaseState state,
            @Nullable String category,
            @Nullable UUID patientId,
            @Nullable String q,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "results " + state + " " + q,
                () ->
                        new Page<>(
                                List.of(biopsy(), scan()).stream()
                                        .filter(one -> one.state() == state)
                                        .toList(),
                                null));
    }

    @Override
    public Mono<Result> get(UUID id) {
        return desk.read("result", this::biopsy);
    }

    @Override
    public Mono<Result> release(UUID id, @Nullable String ifMatch) {
        return desk.act(
                "release " + ifMatch,
                () -> {
                    released = true;
                    return biopsy();
                });
    }

    @Override
    public Mono<Result> hold(UUID id, PlaceHold wish, @Nullable String ifMatch) {
        return desk.act(
                "hold for %s from patient %s".formatted(wish.basis(), wish.withheldFrom()),
                () -> {
                    hold = wish;
                    return biopsy();
                });
    }

    @Override
    public Mono<Result> endHold(UUID id, @Nullable EndHold end, @Nullable String ifMatch) {
        return desk.act(
                "end hold because " + (end == null ? null : end.reason()),
                () -> {
                    hold = null;
                    return biopsy();
                });
    }

    @Override
    public Mono<Result> reviewHold(UUID id, ReviewHold review, @Nullable String ifMatch) {
        return desk.act("review " + review.outcome(), this::biopsy);
    }

    @Override
    public Mono<Result> confirmHold(UUID id, @Nullable String ifMatch) {
        return desk.act(
                "confirm hold",
                () -> {
                    confirmed = true;
                    return biopsy();
                });
    }

    @Override
    public Mono<Result> retract(UUID id, Reason reason, @Nullable String ifMatch) {
        return desk.act("retract because " + reason.reason(), this::biopsy);
    }

    @Override
    public Mono<Result> tag(UUID id, TagResult tag, @Nullable String ifMatch) {
        var what = (tag.sensitive() ? "tag " : "untag ") + tag.tag();
        return desk.act(
                what + " because " + tag.reason(),
                () -> {
                    tags = tag.sensitive() ? List.of(tag.tag().name()) : List.of();
                    return biopsy();
                });
    }

    @Override
    public Mono<Result> consent(UUID id, ConsentToResult consent, @Nullable String ifMatch) {
        return desk.act(
                (consent.given() ? "consent because " : "no consent because ") + consent.reason(),
                () -> {
                    consented = consent.given();
                    return biopsy();
                });
    }

    @Override
    public Mono<Page<ResultHold>> holds(
            @Nullable Instant endingBefore,
            @Nullable Boolean toConfirm,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var standing = standing();
        return desk.read(
                Boolean.TRUE.equals(toConfirm) ? "holds to confirm" : "holds",
                () ->
                        new Page<>(
                                standing == null || confirmed ? List.of() : List.of(standing),
                                null));
    }

    @Override
    public Mono<Visibility> visibility(
            UUID patientId, UUID resultId, String viewer, @Nullable Instant at) {
        return Mono.error(new IllegalStateException("the console asks for all viewers"));
    }

    @Override
    public Mono<Page<ViewerSight>> viewers(UUID patientId, UUID resultId, @Nullable Instant at) {
        return desk.read(
                "viewers",
                () ->
                        new Page<>(
                                List.of(
                                        sight("patient", "Nienow, Brunilda Lucinda"),
                                        sight(MOTHER.toString(), "Nienow, Ada")),
                                null));
    }

    @Override
    public Mono<BulkPlan> bulk(Bulk bulk, @Nullable String idempotencyKey) {
        return desk.act(
                "bulk %s of %d%s"
                        .formatted(
                                bulk.act(),
                                Objects.requireNonNull(bulk.ids()).size(),
                                Boolean.TRUE.equals(bulk.dryRun()) ? " only to see" : ""),
                () -> plan(bulk));
    }

    @Override
    public Mono<BulkJob> job(UUID id) {
        return desk.read("job", () -> job(BulkJob.State.DONE));
    }

    @Override
    public Flux<ServerSentEvent<Object>> progress(UUID id) {
        return Flux.empty();
    }

    @Override
    public Mono<Page<BulkJob.Row>> rows(
            UUID id,
            BulkJob.@Nullable Outcome outcome,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "rows " + outcome,
                () ->
                        new Page<>(
                                failsOnce && outcome == BulkJob.Outcome.FAILED
                                        ? List.of(busy())
                                        : List.of(),
                                null));
    }

    private static BulkJob.Row busy() {
        return new BulkJob.Row(
                SCAN,
                BulkJob.Outcome.FAILED,
                "BUSY",
                "Somebody else was working on it.",
                "Portal Desk, results");
    }

    @Override
    public Mono<BulkJob> cancel(UUID id) {
        return desk.act("cancel job", () -> job(BulkJob.State.CANCELLED));
    }

    @Override
    public Mono<BulkJob> retry(UUID id) {
        return desk.act(
                "retry job",
                () -> {
                    failsOnce = false;
                    return job(BulkJob.State.RUNNING);
                });
    }

    private Result biopsy() {
        var state =
                hold != null
                        ? ReleaseState.HELD
                        : released ? ReleaseState.RELEASED : ReleaseState.SCHEDULED;
        return result(BIOPSY, "Surgical pathology report", state);
    }

    private static Result scan() {
        var now = Instant.now();
        return new Result(
                SCAN,
                Patients.CIERA,
                "Boyle, Ciera",
                "c07a6f3b-a002",
                "Chest CT",
                "RAD",
                "24627-2",
                "final",
                false,
                ReleaseState.SCHEDULED,
                now,
                now,
                now.plus(Duration.ofDays(2)),
                STATUTE,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private Result result(UUID id, String title, ReleaseState state) {
        var now = Instant.now();
        var scheduled = state == ReleaseState.SCHEDULED;
        return new Result(
                id,
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                "91f3a2c4-0001",
                title,
                "PAT",
                "11529-5",
                "final",
                false,
                state,
                now.minus(Duration.ofHours(10)),
                now.minus(Duration.ofHours(9)),
                scheduled ? now.plus(Duration.ofHours(62)) : null,
                scheduled ? STATUTE : null,
                tags,
                standing(),
                List.of(
                        new Result.Value("Diagnosis", "Benign", null),
                        new Result.Value("CA 125", "21.5", "U/mL")),
                List.of(new Result.Trend("CA 125", "U/mL", points(now))),
                null,
                List.of(),
                3);
    }

    private static List<Result.Trend.Point> points(Instant now) {
        return IntStream.range(0, 6)
                .mapToObj(
                        month ->
                                new Result.Trend.Point(
                                        now.minus(Duration.ofDays(30L * (5 - month))),
                                        BigDecimal.valueOf(340 - 25L * month, 1)))
                .toList();
    }

    /** Holds against harm need one; Elena Marchetti can give it. */
    private @Nullable Confirmation confirmation(PlaceHold wish, Instant end) {
        if (wish.basis() != HoldBasis.PREVENTING_HARM) {
            return null;
        }
        if (confirmed) {
            return new Confirmation(
                    Confirmation.State.CONFIRMED, Instant.now(), "Elena Marchetti", end);
        }
        var can = Directory.ELENA.equals(wish.determinerId());
        return new Confirmation(
                can ? Confirmation.State.AWAITED : Confirmation.State.NOBODY_CAN, null, null, end);
    }

    private static ResultHold.Determiner determiner(PlaceHold wish) {
        var one = Directory.of(Objects.requireNonNull(wish.determinerId()));
        return new ResultHold.Determiner(
                one.id(),
                one.givenName() + " " + one.familyName(),
                one.licenseState() + " " + one.licenseNumber(),
                Boolean.TRUE.equals(wish.relationship()));
    }

    private @Nullable ResultHold standing() {
        var wish = hold;
        if (wish == null) {
            return null;
        }
        var end = Objects.requireNonNull(wish.endsAt());
        return new ResultHold(
                new UUID(8, 5),
                BIOPSY,
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                "Surgical pathology report",
                Objects.requireNonNull(wish.basis()),
                determiner(wish),
                Objects.requireNonNull(wish.facts()),
                Objects.requireNonNull(wish.withheldFrom()),
                wish.harmType(),
                Instant.now(),
                "Hana Kim",
                null,
                end,
                end,
                null,
                null,
                null,
                confirmation(wish, end));
    }

    private ViewerSight sight(String viewer, String name) {
        var sensitive = !tags.isEmpty() && !viewer.equals("patient");
        if (sensitive && consented) {
            return new ViewerSight(viewer, name, true, List.of(step("CONSENT", Effect.PASSES)));
        }
        var hides = hold != null || sensitive || !released;
        var rule = hold != null ? "HOLD" : sensitive ? "SENSITIVITY" : "STATUTORY_DELAY";
        var trace = new ArrayList<Step>();
        trace.add(new Step("FINAL", Effect.PASSES, "Its status is final.", "Portal Desk, results"));
        trace.add(
                hides
                        ? new Step(rule, Effect.HIDES, "It waits.", STATUTE)
                        : new Step("RELEASED", Effect.SHOWS, "At once.", "45 CFR 171.103"));
        return new ViewerSight(viewer, name, !hides, trace);
    }

    private static Step step(String rule, Effect effect) {
        return new Step(rule, effect, "Because.", "45 CFR 164.508");
    }

    private BulkPlan plan(Bulk bulk) {
        var dry = Boolean.TRUE.equals(bulk.dryRun());
        var will =
                Objects.requireNonNull(bulk.ids()).stream().map(id -> candidate(id, null)).toList();
        return new BulkPlan(
                bulk.act(), dry, will, List.of(), dry ? null : job(BulkJob.State.RUNNING));
    }

    private static Candidate candidate(UUID id, @Nullable String rule) {
        return new Candidate(
                id,
                null,
                null,
                null,
                ReleaseState.SCHEDULED,
                rule,
                rule,
                rule == null ? null : STATUTE);
    }

    private BulkJob job(BulkJob.State state) {
        var failed = failsOnce ? 1 : 0;
        var now = Instant.now();
        return new BulkJob(
                JOB,
                BulkAct.RELEASE,
                state,
                2,
                0,
                2 - failed,
                0,
                failed,
                0,
                "Hana Kim",
                now,
                state == BulkJob.State.RUNNING ? null : now);
    }
}
