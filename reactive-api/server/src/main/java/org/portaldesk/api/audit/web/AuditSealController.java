package org.portaldesk.api.audit.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.seal.RecordSeal;
import org.portaldesk.api.audit.seal.RecordSeal.Progress;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.AuditVerification;
import org.portaldesk.contract.audit.ConsistencyProof;
import org.portaldesk.contract.audit.InclusionProof;
import org.portaldesk.contract.audit.SealHealth;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class AuditSealController implements AuditSealApi {

    private final RecordSeal seal;

    AuditSealController(RecordSeal seal) {
        this.seal = seal;
    }

    @Override
    public Mono<AuditVerification> verify(@Nullable Instant from, @Nullable Instant to) {
        return progress(from, to).ofType(Progress.Done.class).map(Progress.Done::result).next();
    }

    @Override
    public Flux<ServerSentEvent<Object>> verifyWithProgress(
            @Nullable Instant from, @Nullable Instant to) {
        return progress(from, to).map(AuditSealController::event);
    }

    private Flux<Progress> progress(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            return Flux.error(ProblemException.invalid("to", "must be later than from"));
        }
        var since = from == null ? Instant.MIN : from;
        var before = to == null ? Instant.MAX : to;
        return Caller.current().flatMapMany(caller -> seal.verify(caller, since, before));
    }

    private static ServerSentEvent<Object> event(Progress progress) {
        return switch (progress) {
            case Progress.Checked(var events) ->
                    ServerSentEvent.<Object>builder(events).event("progress").build();
            case Progress.Done(var result) ->
                    ServerSentEvent.<Object>builder(result).event("done").build();
        };
    }

    @Override
    public Mono<SealHealth> health() {
        return seal.health();
    }

    @Override
    public Mono<InclusionProof> inclusion(UUID id) {
        return Caller.current()
                .flatMap(caller -> seal.inclusion(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    public Mono<ConsistencyProof> consistency(long from, long to) {
        return seal.consistency(from, to).switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
