package org.portaldesk.api.audit.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.contract.audit.ExportManifest;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.SignedNote;
import org.portaldesk.seal.VerifierKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives out the sealed events of a period, whole batches in order, each with its checkpoint: who
 * gets them can check them without us.
 */
@Component
public class RecordExport {

    private static final int PAGE = 100;
    private static final int EVENTS_AT_ONCE = 2_000;

    private final SealSettings settings;
    private final ExportStore store;

    RecordExport(SealSettings settings, ExportStore store) {
        this.settings = settings;
        this.store = store;
    }

    private record Batch(String note, Checkpoint checkpoint) {

        static Optional<Batch> of(String note) {
            return SignedNote.read(note).map(checkpoint -> new Batch(note, checkpoint));
        }
    }

    /** What an export of that period holds. */
    public Mono<ExportManifest> manifest(@Nullable Instant from, @Nullable Instant to) {
        var keys = settings.keys().stream().map(VerifierKey::toString).toList();
        return store.plan(from, to)
                .map(
                        plan ->
                                new ExportManifest(
                                        from,
                                        to,
                                        plan.first(),
                                        plan.last(),
                                        plan.events(),
                                        plan.note(),
                                        keys));
    }

    /**
     * The events, some thousands at a time. That they are given out is on record before the first
     * of them.
     */
    public Flux<List<SealedEvent>> events(
            Caller caller, @Nullable Instant from, @Nullable Instant to) {
        return store.plan(from, to)
                .flatMap(plan -> store.exported(caller, from, to, plan.events()).thenReturn(plan))
                .flatMapMany(plan -> batches(plan.first() - 1, plan.last()))
                .concatMap(this::rows, 1);
    }

    /** Batches after a number, as many together as make a part. */
    private Flux<List<Batch>> batches(long first, long last) {
        return store.notes(first, last, PAGE)
                .expand(
                        page ->
                                page.isEmpty()
                                        ? Mono.empty()
                                        : store.notes(number(page.getLast()), last, PAGE))
                .concatMapIterable(RecordExport::parts, 1);
    }

    private static long number(String note) {
        return SignedNote.read(note).map(Checkpoint::number).orElse(Long.MAX_VALUE);
    }

    private Mono<List<SealedEvent>> rows(List<Batch> part) {
        return store.rows(part.getFirst().checkpoint.from(), part.getLast().checkpoint.to())
                .map(rows -> marked(rows, part));
    }

    /** The first event of each batch carries its checkpoint. */
    private static List<SealedEvent> marked(List<SealedEvent> rows, List<Batch> part) {
        var marked = new ArrayList<>(rows);
        var at = 0;
        for (var batch : part) {
            while (at < rows.size() && rows.get(at).isBelow(batch.checkpoint.from())) {
                at++;
            }
            if (at < rows.size() && rows.get(at).isBelow(batch.checkpoint.to())) {
                marked.set(at, rows.get(at).beginning(batch.note));
            }
        }
        return marked;
    }

    private static List<List<Batch>> parts(List<String> notes) {
        var parts = new ArrayList<List<Batch>>();
        var part = new ArrayList<Batch>();
        var events = 0;
        for (var next : notes.stream().map(Batch::of).flatMap(Optional::stream).toList()) {
            if (events + next.checkpoint.count() > EVENTS_AT_ONCE && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                events = 0;
            }
            part.add(next);
            events += next.checkpoint.count();
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }
}
