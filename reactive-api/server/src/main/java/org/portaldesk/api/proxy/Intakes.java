package org.portaldesk.api.proxy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.proxy.document.RefusedDocument;
import org.portaldesk.api.proxy.model.Access;
import org.portaldesk.api.proxy.model.ReviewPromise;
import org.portaldesk.api.proxy.store.DocumentRows.Staged;
import org.portaldesk.api.proxy.store.IntakeRows;
import org.portaldesk.api.proxy.store.IntakeRows.NewRequest;
import org.portaldesk.api.proxy.store.IntakeRows.Subject;
import org.portaldesk.contract.portal.PortalProxyApi.RequestAccess;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.document.Refusal;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes proxy requests in, from the desk with what was scanned, from the portal without.
 *
 * @see "docs/decisions/0072-proxy-requests.md"
 */
@Component
public class Intakes {

    /** An older paper belongs to another request. */
    private static final Duration OLDEST = Duration.ofDays(366);

    private static final int MOST_A_DAY = 20;

    private final IntakeRows rows;
    private final Documents documents;
    private final Desks desks;
    private final Idempotency idempotency;
    private final Audit audit;

    Intakes(
            IntakeRows rows,
            Documents documents,
            Desks desks,
            Idempotency idempotency,
            Audit audit) {
        this.rows = rows;
        this.documents = documents;
        this.desks = desks;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** Records a request that came to the desk, with its pages. */
    public Mono<IntakeOutcome> submit(
            Caller caller, SubmitProxyRequest said, Flux<Part> form, @Nullable String key) {
        return desks.now()
                .flatMap(desk -> judge(caller, said, form, key, desk))
                .onErrorResume(
                        RefusedDocument.class,
                        refused -> bad(caller, said.patientId(), null, refused));
    }

    /** Records a parent's request; looks at no patient, so its answer tells of none. */
    public Mono<IntakeOutcome> submitAtPortal(Caller caller, RequestAccess said) {
        if (said.relationship() != Relationship.PARENT
                && said.relationship() != Relationship.GUARDIAN) {
            return Mono.just(new IntakeOutcome.NotAParent());
        }
        return desks.now()
                .flatMap(
                        desk -> {
                            var promise = promise(desk, desk.now(), ProxyKind.MINOR);
                            var access =
                                    desk.access(
                                            said.patient().birthDate(),
                                            false,
                                            ProxyKind.MINOR,
                                            said.relationship());
                            return rows.submitAtPortal(
                                            caller, said, desk.now(), promise, MOST_A_DAY)
                                    .<IntakeOutcome>map(
                                            id ->
                                                    new IntakeOutcome.Received(
                                                            received(id, access, promise)));
                        })
                .switchIfEmpty(
                        refused(caller, null, null, "TOO_MANY", new IntakeOutcome.TooMany()));
    }

    /** Adds pages to an open request: all of them or none. */
    public Mono<Added> addDocuments(Caller caller, UUID request, Flux<Part> form) {
        return documents
                .stage(form)
                .map(files -> files.stream().map(Staged::id).toList())
                .flatMap(ids -> rows.addDocuments(caller, request, ids))
                .<Added>map(done -> done ? new Added.Done() : new Added.NotOpen())
                .onErrorResume(
                        RefusedDocument.class,
                        refused ->
                                bad(caller, null, request, refused)
                                        .thenReturn(new Added.Bad(refused.why())));
    }

    /** What became of more pages. */
    public sealed interface Added {

        record Done() implements Added {}

        /** There is no such request, or it is decided. */
        record NotOpen() implements Added {}

        record Bad(Refusal why) implements Added {}
    }

    private Mono<IntakeOutcome> judge(
            Caller caller,
            SubmitProxyRequest said,
            Flux<Part> form,
            @Nullable String key,
            Desk desk) {
        var receivedAt = Objects.requireNonNullElse(said.receivedAt(), desk.now());
        if (receivedAt.isAfter(desk.now())) {
            return refused(
                    caller,
                    said.patientId(),
                    null,
                    "RECEIVED_IN_FUTURE",
                    new IntakeOutcome.ReceivedInFuture());
        }
        if (receivedAt.isBefore(desk.now().minus(OLDEST))) {
            return Mono.just(new IntakeOutcome.ReceivedTooLongAgo());
        }
        return rows.patient(said.patientId())
                .zipWith(documents.stage(form))
                .flatMap(
                        both ->
                                submit(
                                        caller,
                                        request(said, receivedAt, both.getT1(), desk),
                                        both.getT2(),
                                        key))
                .defaultIfEmpty(new IntakeOutcome.NoSuchPatient());
    }

    /** What is written, and what is answered. */
    private record Ready(
            UUID id,
            SubmitProxyRequest said,
            Instant receivedAt,
            ReviewPromise promise,
            Access access) {

        SubmittedProxyRequest answer() {
            return received(id, access, promise);
        }
    }

    private static Ready request(
            SubmitProxyRequest said, Instant receivedAt, Subject subject, Desk desk) {
        var patient = subject.patient();
        return new Ready(
                subject.freshId(),
                said,
                receivedAt,
                promise(desk, receivedAt, said.kind()),
                desk.access(
                        patient.birthDate(), patient.deceased(), said.kind(), said.relationship()));
    }

    /** The same key, words and files get the same answer, and one request. */
    private Mono<IntakeOutcome> submit(
            Caller caller, Ready ready, List<Staged> files, @Nullable String key) {
        var hashes = files.stream().map(Staged::sha256).toList();
        var request =
                new NewRequest(
                        ready.id(),
                        ready.said(),
                        ready.receivedAt(),
                        ready.promise(),
                        files.stream().map(Staged::id).toList(),
                        ready.access().accessClass());
        return idempotency
                .once(
                        caller,
                        key,
                        "proxy-request:submit",
                        List.of(ready.said(), hashes),
                        SubmittedProxyRequest.class,
                        kept ->
                                rows.submit(caller, request, kept, ready.answer())
                                        .thenReturn(ready.answer()))
                .map(IntakeOutcome.Received::new);
    }

    private static ReviewPromise promise(Desk desk, Instant receivedAt, ProxyKind kind) {
        return ReviewPromise.to(receivedAt, kind, desk.policy().rules().clocks(), desk.calendar());
    }

    private static SubmittedProxyRequest received(UUID id, Access access, ReviewPromise promise) {
        return new SubmittedProxyRequest(
                id,
                ProxyRequestState.SUBMITTED,
                access.accessClass(),
                access.reasons(),
                new SubmittedProxyRequest.Clock(promise.targetAt(), promise.dueAt()));
    }

    private Mono<IntakeOutcome> bad(
            Caller caller,
            @Nullable UUID patient,
            @Nullable UUID request,
            RefusedDocument refused) {
        return refused(
                caller,
                patient,
                request,
                "DOCUMENT_" + refused.why(),
                new IntakeOutcome.BadDocument(refused.why()));
    }

    private Mono<IntakeOutcome> refused(
            Caller caller,
            @Nullable UUID patient,
            @Nullable UUID request,
            String reason,
            IntakeOutcome outcome) {
        return audit.refused(
                        caller,
                        "PROXY_REQUEST_RECORDED",
                        patient,
                        "proxy_request",
                        request == null ? null : request.toString(),
                        reason)
                .thenReturn(outcome);
    }
}
