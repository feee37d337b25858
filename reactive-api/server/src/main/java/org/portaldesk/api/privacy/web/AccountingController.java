package org.portaldesk.api.privacy.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.Accounting;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.Disclosure;
import org.portaldesk.contract.privacy.DisclosureApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AccountingController implements DisclosureApi {

    private final Accounting disclosures;

    AccountingController(Accounting disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Mono<Page<Disclosure>> list(
            UUID patientId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var period = new ReportPeriod(from, to);
        if (!period.holdsTime()) {
            throw ProblemException.invalid("to", "must be later than from");
        }
        return Caller.current()
                .flatMap(caller -> disclosures.list(caller, patientId, period, cursor, limit));
    }
}
