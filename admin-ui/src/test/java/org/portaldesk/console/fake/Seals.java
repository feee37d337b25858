package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.AuditVerification;
import org.portaldesk.contract.audit.AuditVerification.Finding;
import org.portaldesk.contract.audit.ConsistencyProof;
import org.portaldesk.contract.audit.InclusionProof;
import org.portaldesk.contract.audit.SealHealth;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.Horizon;
import org.portaldesk.seal.Peaks;
import org.portaldesk.seal.SealKey;
import org.portaldesk.seal.SealedRow;
import org.portaldesk.seal.Tree;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A chain that is well unless told otherwise; its proofs are true ones, by a key of its own. */
public final class Seals implements AuditSealApi {

    private static final SealKey KEY = new SealKey("marshfield/2026", new byte[32]);
    private static final Instant SEALED = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final long CHECKPOINTS = 4711;
    private static final long EVENTS = 200_000;

    private final Desk desk;
    private volatile long unpublished;
    private volatile @Nullable Duration lag;
    private volatile List<Finding> findings = List.of();
    private volatile boolean endless;

    Seals(Desk desk) {
        this.desk = desk;
    }

    public void reset() {
        unpublished = 0;
        lag = null;
        findings = List.of();
        endless = false;
    }

    /** Sealing stands still for so long, and so many checkpoints never left the database. */
    public void standsStill(Duration lag, long unpublished) {
        this.lag = lag;
        this.unpublished = unpublished;
    }

    /** Somebody has altered the record. */
    public void altered(Finding... findings) {
        this.findings = List.of(findings);
    }

    /** From now on no check comes to its end. */
    public void neverEnds() {
        endless = true;
    }

    @Override
    public Mono<AuditVerification> verify(@Nullable Instant from, @Nullable Instant to) {
        return desk.read("verify", this::result);
    }

    @Override
    public Flux<ServerSentEvent<Object>> verifyWithProgress(
            @Nullable Instant from, @Nullable Instant to) {
        return desk.read("verify", this::result)
                .flatMapMany(
                        result -> {
                            var going = Flux.just(progress(70_000), progress(140_000));
                            return endless
                                    ? going.concatWith(Flux.never())
                                    : going.concatWithValues(event("done", result));
                        });
    }

    private AuditVerification result() {
        return new AuditVerification(findings.isEmpty(), EVENTS, SEALED, findings);
    }

    private static ServerSentEvent<Object> progress(int events) {
        return event("progress", events);
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }

    @Override
    public Mono<SealHealth> health() {
        return desk.read(
                "seal",
                () ->
                        new SealHealth(
                                CHECKPOINTS,
                                CHECKPOINTS - unpublished,
                                SEALED,
                                lag == null ? null : Instant.now().minus(lag),
                                "note",
                                key()));
    }

    @Override
    public Mono<InclusionProof> inclusion(UUID id) {
        return desk.act("proof of " + id, () -> proof(Events.of(id)));
    }

    @Override
    public Mono<ConsistencyProof> consistency(long from, long to) {
        return Mono.empty();
    }

    /** What checks the signatures. */
    public static String key() {
        return KEY.verifier().toString();
    }

    /** A proof of this event: the second of three in the second batch of three. */
    public static InclusionProof proof(AuditEvent event) {
        var content = content(event);
        var rows =
                List.of(
                        row(11, new UUID(9, 1), "[]"),
                        row(12, event.id(), content),
                        row(13, new UUID(9, 2), "[]"));
        var chain = chain(rows);
        var leaves = chain.stream().map(Checkpoint::leaf).toList();
        var batch = rows.stream().map(SealedRow::leaf).toList();
        return new InclusionProof(
                event.id(),
                content,
                "1/12",
                2,
                1,
                rows.size(),
                base64(Tree.inclusion(batch, 1)),
                KEY.sign(chain.get(1)),
                base64(Tree.inclusion(leaves, 1)),
                KEY.sign(chain.getLast()));
    }

    private static List<Checkpoint> chain(List<SealedRow> second) {
        var batches =
                List.of(
                        List.of(row(1, new UUID(9, 3), "[]")),
                        second,
                        List.of(row(21, new UUID(9, 4), "[]")));
        var chain = new ArrayList<Checkpoint>();
        var tree = new Peaks(List.of(), 0);
        for (var rows : batches) {
            var from = chain.isEmpty() ? Horizon.START : chain.getLast().to();
            var to = new Horizon(1, rows.getLast().xid() + 1);
            var next = Checkpoint.next("marshfield", tree, rows, from, to, SEALED);
            tree = tree.with(next.leaf());
            chain.add(next);
        }
        return chain;
    }

    private static SealedRow row(long xid, UUID id, String content) {
        return SealedRow.of(1, xid, id, content);
    }

    private static String content(AuditEvent event) {
        return new JsonMapper()
                .writeValueAsString(
                        Arrays.asList(
                                ChronoUnit.MICROS.between(Instant.EPOCH, event.at()),
                                event.actor(),
                                event.actorUsername(),
                                event.actorName(),
                                event.roles(),
                                event.clientAddress(),
                                event.act(),
                                event.outcome(),
                                event.patientId(),
                                event.objectType(),
                                event.objectId(),
                                event.reason(),
                                event.before(),
                                event.after(),
                                event.requestId()));
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
