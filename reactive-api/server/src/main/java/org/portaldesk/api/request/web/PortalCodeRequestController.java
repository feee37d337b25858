package org.portaldesk.api.request.web;

import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.request.Submission;
import org.portaldesk.api.request.Submissions;
import org.portaldesk.contract.portal.PortalCodeRequestApi;
import org.portaldesk.contract.portal.RequestCode;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PortalCodeRequestController implements PortalCodeRequestApi {

    private final Submissions submissions;

    PortalCodeRequestController(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Mono<Received> requestCode(RequestCode request, @Nullable String language) {
        return Caller.current()
                .flatMap(caller -> submissions.submit(caller, request, language))
                .map(PortalCodeRequestController::answer);
    }

    private static Received answer(Submission submission) {
        return switch (submission) {
            case Submission.Received(var reference) -> new Received(reference);
            case Submission.TooMany(var wait) ->
                    throw ProblemException.later(
                            ProblemCode.TOO_MANY_REQUESTS,
                            "Too many requests came from here. Try again later.",
                            wait);
        };
    }
}
