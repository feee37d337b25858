package org.portaldesk.api.proxy.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.web.IfMatch;
import org.portaldesk.api.proxy.AgeOuts;
import org.portaldesk.api.proxy.GrantOutcome;
import org.portaldesk.api.proxy.Proxies;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AgeOut;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ProxyController implements ProxyApi {

    private static final int DAYS = 90;

    private final Proxies proxies;
    private final AgeOuts ageOuts;

    ProxyController(Proxies proxies, AgeOuts ageOuts) {
        this.proxies = proxies;
        this.ageOuts = ageOuts;
    }

    @Override
    public Mono<PatientProxies> ofPatient(UUID patientId) {
        return found(Caller.current().flatMap(caller -> proxies.ofPatient(caller, patientId)));
    }

    @Override
    public Mono<ProxyGrant> end(UUID id, Reason reason, @Nullable String ifMatch) {
        var seen = IfMatch.version(ifMatch);
        return Caller.current()
                .flatMap(caller -> proxies.end(caller, id, reason.reason().strip(), seen))
                .map(ProxyController::answer);
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<ProxyBlock> block(UUID patientId, Block block) {
        return found(Caller.current().flatMap(caller -> proxies.block(caller, patientId, block)));
    }

    @Override
    public Mono<Page<ProxyBlock>> blocks(UUID patientId) {
        return found(Caller.current().flatMap(caller -> proxies.blocks(caller, patientId)));
    }

    @Override
    public Mono<ProxyBlock> endBlock(UUID id, Reason reason) {
        return found(
                Caller.current()
                        .flatMap(caller -> proxies.unblock(caller, id, reason.reason().strip())));
    }

    @Override
    public Mono<Page<AgeOut>> ageOuts(
            @Nullable Integer days,
            @Nullable Boolean exceptions,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var within = days == null ? DAYS : days;
        var only = Boolean.TRUE.equals(exceptions);
        return Caller.current()
                .flatMap(caller -> ageOuts.within(caller, within, only, cursor, limit));
    }

    private static ProxyGrant answer(GrantOutcome outcome) {
        return switch (outcome) {
            case GrantOutcome.Ended(var grant) -> grant;
            case GrantOutcome.NotInState() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The grant has ended already.");
            case GrantOutcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The grant has changed since it was read.");
            case GrantOutcome.Unknown(), GrantOutcome.WrongBirthDate(), GrantOutcome.Confirmed(_) ->
                    throw ProblemException.notFound();
        };
    }

    private static <T> Mono<T> found(Mono<T> thing) {
        return thing.switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
