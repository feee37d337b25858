package org.portaldesk.api.support.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.support.VerificationOverrides;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.verification.VerificationOverride;
import org.portaldesk.contract.verification.VerificationOverrideApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class VerificationOverrideController implements VerificationOverrideApi {

    private final VerificationOverrides overrides;

    VerificationOverrideController(VerificationOverrides overrides) {
        this.overrides = overrides;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<VerificationOverride> ask(UUID patientId, Reason reason) {
        return Caller.current()
                .flatMap(caller -> overrides.ask(caller, patientId, reason.reason()))
                .map(Answers::of);
    }

    @Override
    public Mono<Page<VerificationOverride>> list(
            VerificationOverride.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return Caller.current().flatMap(caller -> overrides.list(caller, state, cursor, limit));
    }

    @Override
    public Mono<VerificationOverride> approve(UUID id, Reason reason) {
        return decide(id, VerificationOverride.State.APPROVED, reason);
    }

    @Override
    public Mono<VerificationOverride> decline(UUID id, Reason reason) {
        return decide(id, VerificationOverride.State.DECLINED, reason);
    }

    private Mono<VerificationOverride> decide(
            UUID id, VerificationOverride.State state, Reason reason) {
        return Caller.current()
                .flatMap(caller -> overrides.decide(caller, id, state, reason.reason()))
                .map(Answers::of);
    }
}
