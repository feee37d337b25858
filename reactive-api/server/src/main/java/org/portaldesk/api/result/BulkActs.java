package org.portaldesk.api.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.BulkOutcome.AgainstRule;
import org.portaldesk.api.result.BulkOutcome.Planned;
import org.portaldesk.api.result.BulkOutcome.TooMany;
import org.portaldesk.api.result.ReleaseOutcome.Broken;
import org.portaldesk.api.result.model.Against;
import org.portaldesk.api.result.model.Desired;
import org.portaldesk.api.result.model.HoldRule;
import org.portaldesk.api.result.model.HoldRules;
import org.portaldesk.api.result.store.BulkRows;
import org.portaldesk.api.result.store.BulkRows.Detail;
import org.portaldesk.api.result.store.BulkRows.Preview;
import org.portaldesk.api.result.store.BulkRows.Row;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.BulkPlan;
import org.portaldesk.contract.result.BulkPlan.Candidate;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Acts on many results at once. The preview judges each by the same SQL as the job; a job judges
 * again, for much may happen in between.
 *
 * @see "docs/decisions/0082-acts-on-many-results.md"
 */
@Component
public class BulkActs {

    private static final int MOST = 10_000;
    private static final String REASON = "Ended together with others";
    private static final PlaceHold NOTHING_SAID =
            new PlaceHold(null, null, null, null, null, null, null, null, null);

    private final BulkRows rows;
    private final Idempotency idempotency;

    BulkActs(BulkRows rows, Idempotency idempotency) {
        this.rows = rows;
        this.idempotency = idempotency;
    }

    /**
     * What is to be done to which results.
     *
     * @param filter null where {@code ids} say it
     * @param ids null where {@code filter} says it
     */
    public record Wish(
            BulkAct act,
            @Nullable Desired filter,
            @Nullable List<UUID> ids,
            boolean dryRun,
            @Nullable PlaceHold hold,
            @Nullable String reason) {}

    /** Tells what would happen, and unless it is a dry run begins to do it. */
    public Mono<BulkOutcome> plan(Caller caller, Wish wish, @Nullable String key) {
        return chosen(caller, wish)
                .flatMap(
                        ids ->
                                ids.size() > MOST
                                        ? Mono.just(new TooMany(MOST))
                                        : plan(caller, wish, ids, key));
    }

    /** How far a job is; empty when there is none of this id. */
    public Mono<BulkJob> job(UUID id) {
        return rows.job(id);
    }

    /** Outcomes in the order of the request. */
    public Mono<Page<BulkJob.Row>> rows(
            UUID job,
            BulkJob.@Nullable Outcome outcome,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var after = Cursor.parse(cursor, 1);
        return rows.rows(
                        job,
                        outcome,
                        after == null ? null : after.integer(0),
                        Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, row -> Cursor.of(row.place())))
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream().map(BulkRows.Settled::row).toList(),
                                        page.next()));
    }

    /** Stops a job; false when it has ended. */
    public Mono<Boolean> cancel(Caller caller, UUID job) {
        return rows.cancel(caller, job);
    }

    /** Begins again with what was refused or failed; false when there is none, or it runs. */
    public Mono<Boolean> retry(Caller caller, UUID job) {
        return rows.retry(caller, job);
    }

    private Mono<List<UUID>> chosen(Caller caller, Wish wish) {
        return wish.ids() == null
                ? rows.pick(caller, Objects.requireNonNull(wish.filter()), MOST + 1)
                : Mono.just(List.copyOf(new LinkedHashSet<>(wish.ids())));
    }

    private Mono<BulkOutcome> plan(Caller caller, Wish wish, List<UUID> ids, @Nullable String key) {
        var detail = detail(caller, wish);
        return rows.preview(caller, wish.act(), detail, ids)
                .flatMap(
                        preview -> {
                            var broken = broken(wish, preview);
                            if (!broken.isEmpty()) {
                                return Mono.just(new AgainstRule(broken));
                            }
                            return wish.dryRun()
                                    ? Mono.just(new Planned(plan(wish, preview, null)))
                                    : started(caller, wish, preview, key);
                        });
    }

    private Mono<BulkOutcome> started(
            Caller caller, Wish wish, Preview preview, @Nullable String key) {
        return idempotency
                .once(
                        caller,
                        key,
                        "results:bulk",
                        wish,
                        BulkPlan.class,
                        kept -> start(caller, wish, preview, kept))
                .map(Planned::new);
    }

    private Mono<BulkPlan> start(Caller caller, Wish wish, Preview preview, Kept kept) {
        var ids = preview.rows().stream().map(Row::id).toList();
        var job =
                new BulkJob(
                        preview.job(),
                        wish.act(),
                        BulkJob.State.RUNNING,
                        ids.size(),
                        ids.size(),
                        0,
                        0,
                        0,
                        0,
                        caller.name(),
                        preview.now(),
                        null);
        var plan = plan(wish, preview, job);
        return rows.start(caller, job, detail(caller, wish), ids, kept.parameters(plan))
                .thenReturn(plan);
    }

    private static Detail detail(Caller caller, Wish wish) {
        var reason = wish.reason();
        return new Detail(
                caller.staffRoles().contains(StaffRole.CLINICIAN),
                wish.hold(),
                reason == null || reason.isBlank() ? REASON : reason.strip());
    }

    /** What stands against a hold whatever the result; a preview may go without the hold. */
    private static List<Broken> broken(Wish wish, Preview preview) {
        var hold = wish.hold();
        if (wish.act() != BulkAct.HOLD || (hold == null && wish.dryRun())) {
            return List.of();
        }
        var said = hold == null ? NOTHING_SAID : hold;
        var from = said.withheldFrom();
        var grants = from == null ? Set.<UUID>of() : Set.copyOf(from.proxies().grants());
        var broken = HoldRules.broken(said, preview.determiner(), grants, preview.now());
        if (said.basis() == HoldBasis.PREVENTING_HARM && patients(preview) > 1) {
            broken.add(HoldRule.DETERMINED_FOR_ONE_PATIENT);
        }
        return broken.stream().map(HoldJudge::broken).toList();
    }

    private static long patients(Preview preview) {
        return preview.rows().stream()
                .map(Row::patientId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static BulkPlan plan(Wish wish, Preview preview, @Nullable BulkJob job) {
        return new BulkPlan(
                wish.act(),
                wish.dryRun(),
                candidates(preview, row -> row.against() == null),
                candidates(preview, row -> row.against() != null),
                job);
    }

    private static List<Candidate> candidates(Preview preview, Predicate<Row> which) {
        return preview.rows().stream().filter(which).map(BulkActs::candidate).toList();
    }

    private static Candidate candidate(Row row) {
        var code = row.against();
        var why = code == null ? null : Against.of(code, row.state(), row.statute());
        return new Candidate(
                row.id(),
                row.patientId(),
                row.patientName(),
                row.title(),
                row.state(),
                why == null ? null : why.rule(),
                why == null ? null : why.because(),
                why == null ? null : why.citation());
    }
}
