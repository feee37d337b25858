package org.portaldesk.api.proxy.web;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Sight;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.api.privacy.Glass;
import org.portaldesk.api.proxy.Approvals;
import org.portaldesk.api.proxy.Intakes;
import org.portaldesk.api.proxy.ProxyRequests;
import org.portaldesk.api.proxy.ReviewOutcome;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.contract.work.Onlookers;
import org.portaldesk.contract.work.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ProxyRequestController implements ProxyRequestApi {

    private final Intakes intakes;
    private final ProxyRequests requests;
    private final Approvals approvals;
    private final Glass glass;

    ProxyRequestController(
            Intakes intakes, ProxyRequests requests, Approvals approvals, Glass glass) {
        this.intakes = intakes;
        this.requests = requests;
        this.approvals = approvals;
        this.glass = glass;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<SubmittedProxyRequest> submit(
            SubmitProxyRequest request, Flux<Part> form, @Nullable String idempotencyKey) {
        return Caller.current()
                .flatMap(
                        caller ->
                                glass.demandOpen(caller, request.patientId())
                                        .then(
                                                intakes.submit(
                                                        caller, request, form, idempotencyKey)))
                .map(ReviewAnswers::intake);
    }

    @Override
    public Mono<ProxyRequest> addDocuments(UUID id, Flux<Part> form) {
        return Caller.current()
                .flatMap(
                        caller ->
                                intakes.addDocuments(caller, id, form)
                                        .doOnNext(ReviewAnswers::added)
                                        .then(Mono.defer(() -> requests.get(caller, id))));
    }

    @Override
    public Mono<ResponseEntity<Page<ProxyRequestItem>>> list(
            @Nullable ProxyRequestState state,
            @Nullable Severity due,
            @Nullable Boolean mine,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        var part = new ProxyRequests.Part(state, due, Boolean.TRUE.equals(mine), seen);
        return Caller.current()
                .flatMap(caller -> requests.list(caller, part, cursor, limit))
                .map(Sight::answer);
    }

    @Override
    public Mono<Onlookers> look(UUID id) {
        return Caller.current()
                .flatMap(caller -> requests.look(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<ProxyRequest> get(UUID id) {
        return Caller.current()
                .flatMap(caller -> requests.get(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<byte[]> page(UUID id, UUID documentId, int page) {
        return Caller.current()
                .flatMap(caller -> requests.page(caller, id, documentId, page))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<ProxyRequest> claim(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> requests.claim(caller, id, seen)));
    }

    @Override
    public Mono<ProxyRequest> release(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> requests.release(caller, id, seen)));
    }

    @Override
    public Mono<ProxyRequest> reassign(UUID id, Reassign reassign, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current()
                        .flatMap(caller -> requests.reassign(caller, id, reassign.to(), seen)));
    }

    @Override
    public Mono<ProxyRequest> pend(UUID id, Pend pend, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> requests.pend(caller, id, pend.reason(), seen)));
    }

    @Override
    public Mono<ProxyRequest> resume(UUID id, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(Caller.current().flatMap(caller -> requests.resume(caller, id, seen)));
    }

    @Override
    public Mono<ProxyRequest> approve(
            UUID id, ApproveProxyRequest approve, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current()
                        .flatMap(
                                caller ->
                                        named(approve)
                                                .concatMap(
                                                        patient ->
                                                                glass.demandOpen(caller, patient))
                                                .then(
                                                        approvals.approve(
                                                                caller, id, approve, seen))));
    }

    /** Both may be patients, and either's record may be restricted. */
    private static Flux<UUID> named(ApproveProxyRequest approve) {
        return Flux.fromStream(
                () ->
                        Stream.of(approve.patientId(), approve.proxyPatientId())
                                .filter(Objects::nonNull));
    }

    @Override
    public Mono<ProxyRequest> deny(UUID id, Deny deny, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> requests.deny(caller, id, deny.reason(), seen)));
    }

    @Override
    public Mono<ProxyRequest> ask(UUID id, Ask ask, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return answered(
                Caller.current().flatMap(caller -> requests.ask(caller, id, ask.reason(), seen)));
    }

    private static Mono<ProxyRequest> answered(Mono<ReviewOutcome> outcome) {
        return outcome.map(ReviewAnswers::act);
    }
}
