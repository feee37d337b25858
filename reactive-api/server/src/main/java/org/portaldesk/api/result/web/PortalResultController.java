package org.portaldesk.api.result.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.result.ResultReading;
import org.portaldesk.contract.portal.PortalResultApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PortalResultController implements PortalResultApi {

    private final ResultReading reading;

    PortalResultController(ResultReading reading) {
        this.reading = reading;
    }

    @Override
    public Mono<PortalResults> mine(@Nullable String cursor, @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> reading.page(caller, null, cursor, limit));
    }

    @Override
    public Mono<PortalResults> ofPatient(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current()
                .flatMap(caller -> reading.page(caller, patientId, cursor, limit))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
