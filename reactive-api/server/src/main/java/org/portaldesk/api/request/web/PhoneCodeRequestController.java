package org.portaldesk.api.request.web;

import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.request.Submissions;
import org.portaldesk.contract.portal.PortalCodeRequestApi.Received;
import org.portaldesk.contract.portal.RequestCode;
import org.portaldesk.contract.request.PhoneCodeRequestApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PhoneCodeRequestController implements PhoneCodeRequestApi {

    private final Submissions submissions;

    PhoneCodeRequestController(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<Received> take(
            RequestCode request, @Nullable String language, @Nullable String idempotencyKey) {
        return Caller.current()
                .flatMap(caller -> submissions.take(caller, request, language, idempotencyKey));
    }
}
