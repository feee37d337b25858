package org.portaldesk.api.privacy.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.Glass;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.Restriction;
import org.portaldesk.contract.privacy.RestrictionApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RestrictionController implements RestrictionApi {

    private final Glass glass;

    RestrictionController(Glass glass) {
        this.glass = glass;
    }

    @Override
    public Mono<Page<Restriction>> list(
            @Nullable UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> glass.list(caller, patientId, cursor, limit));
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<Restriction> restrict(UUID patientId, Restrict restrict) {
        var done =
                Caller.current()
                        .flatMap(caller -> glass.restrict(caller, patientId, restrict.reason()));
        return found(done, ProblemCode.STATE_CONFLICT, "The record is restricted already.");
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> lift(UUID patientId, Restrict why) {
        var done = Caller.current().flatMap(caller -> glass.lift(caller, patientId, why.reason()));
        return found(done, ProblemCode.STATE_CONFLICT, "The record is not restricted.").then();
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<BrokenGlass> breakGlass(UUID patientId, BreakGlass why) {
        var done = Caller.current().flatMap(caller -> glass.breakGlass(caller, patientId, why));
        return found(done, ProblemCode.NOTHING_TO_OVERRIDE, "There is no glass to break.");
    }

    private static <T> Mono<T> found(Mono<Optional<T>> done, ProblemCode otherwise, String detail) {
        return done.switchIfEmpty(Mono.error(ProblemException::notFound))
                .map(one -> one.orElseThrow(() -> ProblemException.of(otherwise, detail)));
    }
}
