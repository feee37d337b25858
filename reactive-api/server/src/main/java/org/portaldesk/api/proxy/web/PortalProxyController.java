package org.portaldesk.api.proxy.web;

import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.proxy.GrantOutcome;
import org.portaldesk.api.proxy.Intakes;
import org.portaldesk.api.proxy.Proxies;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.portal.PortalProxyApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PortalProxyController implements PortalProxyApi {

    private final Intakes intakes;
    private final Proxies proxies;

    PortalProxyController(Intakes intakes, Proxies proxies) {
        this.intakes = intakes;
        this.proxies = proxies;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<SubmittedProxyRequest> request(RequestAccess request) {
        return Caller.current()
                .flatMap(caller -> intakes.submitAtPortal(caller, request))
                .map(ReviewAnswers::intake);
    }

    @Override
    public Mono<Page<MyGrant>> grants() {
        return Caller.current().flatMap(proxies::grants);
    }

    @Override
    public Mono<MyGrant> confirm(UUID id, Confirm confirm) {
        return Caller.current()
                .flatMap(caller -> proxies.confirm(caller, id, confirm.patientBirthDate()))
                .map(PortalProxyController::answer);
    }

    @Override
    public Mono<Page<VisiblePatient>> patients() {
        return Caller.current().flatMap(proxies::patients);
    }

    @Override
    public Mono<VisiblePatient> patient(UUID id) {
        return Caller.current()
                .flatMap(caller -> proxies.patient(caller, id))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static MyGrant answer(GrantOutcome outcome) {
        return switch (outcome) {
            case GrantOutcome.Confirmed(var grant) -> grant;
            case GrantOutcome.WrongBirthDate() ->
                    throw ProblemException.of(
                            ProblemCode.CONFIRMATION_REFUSED,
                            "This is not the patient's birth date. After five tries the access ends.");
            case GrantOutcome.NotInState() ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "This access is confirmed already.");
            case GrantOutcome.Unknown(), GrantOutcome.Stale(), GrantOutcome.Ended(_) ->
                    throw ProblemException.notFound();
        };
    }
}
