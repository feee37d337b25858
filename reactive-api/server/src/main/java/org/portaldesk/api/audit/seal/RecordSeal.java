package org.portaldesk.api.audit.seal;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.contract.audit.AuditVerification;
import org.portaldesk.contract.audit.ConsistencyProof;
import org.portaldesk.contract.audit.InclusionProof;
import org.portaldesk.contract.audit.SealHealth;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.Finding;
import org.portaldesk.seal.RecordCheck;
import org.portaldesk.seal.SealedRow;
import org.portaldesk.seal.SignedNote;
import org.portaldesk.seal.Tree;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Checking the record against its seal, and proving to others what is in it. */
@Component
public class RecordSeal {

    private static final int TOLD = 100;

    private final SealSettings settings;
    private final PublishedCheckpoints published;
    private final CheckStore store;

    RecordSeal(SealSettings settings, PublishedCheckpoints published, CheckStore store) {
        this.settings = settings;
        this.published = published;
        this.store = store;
    }

    /** How far a check is, and at the end what it found. */
    public sealed interface Progress {

        record Checked(long events) implements Progress {}

        record Done(AuditVerification result) implements Progress {}
    }

    /**
     * Checks the events that were sealed in a period, and the chain of all checkpoints. That it was
     * done is on record before its result is told.
     */
    public Flux<Progress> verify(Caller caller, Instant since, Instant before) {
        return store.claimed()
                .flatMap(claimed -> check(claimed, since, before))
                .flatMapMany(check -> walk(check).concatWith(finish(caller, check)));
    }

    private Mono<RecordCheck> check(long claimed, Instant since, Instant before) {
        return published
                .all()
                .map(notes -> new RecordCheck(settings.keys(), notes, claimed, since, before));
    }

    private Flux<Progress> walk(RecordCheck check) {
        var last = new long[1];
        return Mono.defer(() -> page(check, last))
                .repeat()
                .takeWhile(more -> more)
                .map(_ -> new Progress.Checked(check.checked()));
    }

    private Mono<Boolean> page(RecordCheck check, long[] last) {
        return store.checkpoints(last[0])
                .publishOn(Schedulers.parallel())
                .flatMap(
                        page -> {
                            if (page.isEmpty()) {
                                return Mono.just(false);
                            }
                            last[0] = page.getLast().number();
                            return Mono.justOrEmpty(check.open(page))
                                    .flatMap(store::rows)
                                    .doOnNext(check::close)
                                    .thenReturn(true);
                        });
    }

    private Mono<Progress> finish(Caller caller, RecordCheck check) {
        return Mono.fromCallable(check::finish)
                .flatMap(report -> store.checked(caller, report).thenReturn(report))
                .map(report -> new Progress.Done(told(report)));
    }

    private static AuditVerification told(RecordCheck.Report report) {
        return new AuditVerification(
                report.intact(),
                report.checked(),
                report.sealedUpTo(),
                report.findings().stream().limit(TOLD).map(RecordSeal::told).toList());
    }

    private static AuditVerification.Finding told(Finding finding) {
        return new AuditVerification.Finding(
                AuditVerification.Kind.valueOf(finding.kind().name()), finding.at());
    }

    /** How the chain stands. */
    public Mono<SealHealth> health() {
        return store.health(settings.keys().getFirst().toString());
    }

    /** Empty if there is no such event, or it is not sealed yet. */
    public Mono<InclusionProof> inclusion(Caller caller, UUID id) {
        return store.sealed(caller, id)
                .flatMap(
                        found ->
                                store.notes(Long.MAX_VALUE)
                                        .collectList()
                                        .map(notes -> proof(found, notes)));
    }

    private static InclusionProof proof(CheckStore.Sealed found, List<String> notes) {
        var row = found.row().sealed();
        var index = found.batch().indexOf(row);
        var batch = found.batch().stream().map(SealedRow::leaf).toList();
        var tree = notes.stream().map(RecordSeal::leaf).toList();
        return new InclusionProof(
                row.id(),
                found.row().content(),
                row.epoch() + "/" + found.row().xid(),
                found.checkpoint(),
                index,
                batch.size(),
                index < 0 ? List.of() : base64(Tree.inclusion(batch, index)),
                found.note(),
                base64(Tree.inclusion(tree, (int) found.checkpoint() - 1)),
                notes.getLast());
    }

    /** Empty if there are no such checkpoints. */
    public Mono<ConsistencyProof> consistency(long from, long to) {
        return store.notes(to)
                .collectList()
                .filter(notes -> 0 < from && from <= to && to <= notes.size())
                .map(
                        notes ->
                                new ConsistencyProof(
                                        notes.get((int) from - 1),
                                        notes.getLast(),
                                        base64(
                                                Tree.consistency(
                                                        notes.stream()
                                                                .map(RecordSeal::leaf)
                                                                .toList(),
                                                        (int) from))));
    }

    private static byte[] leaf(String note) {
        return SignedNote.read(note).map(Checkpoint::leaf).orElseThrow();
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
