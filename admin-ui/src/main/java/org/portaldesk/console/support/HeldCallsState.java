package org.portaldesk.console.support;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.verification.VerificationOverride;
import org.portaldesk.contract.verification.VerificationOverrideApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;

/** What agents ask of a supervisor after three failures, and what was said. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class HeldCallsState {

    private final VerificationOverrideApi api;
    private final CursorList<VerificationOverride> held;
    private final Act<VerificationOverride> decide;

    HeldCallsState(VerificationOverrideApi api, Calls calls) {
        this.api = api;
        this.held = new CursorList<>(calls);
        this.decide = new Act<>(calls);
    }

    /**
     * @param state absent: in any state
     */
    void open(VerificationOverride.@Nullable State state) {
        held.open(cursor -> api.list(state, cursor, null));
    }

    void approve(VerificationOverride one, String reason) {
        decide(api.approve(one.id(), new Reason(reason)));
    }

    void decline(VerificationOverride one, String reason) {
        decide(api.decline(one.id(), new Reason(reason)));
    }

    /** The decided one stays in sight, so that one sees what one has done. */
    private void decide(Mono<VerificationOverride> call) {
        decide.start(
                call.doOnNext(after -> held.replace(row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> held.reload()));
    }

    CursorList<VerificationOverride> held() {
        return held;
    }

    Act<VerificationOverride> decide() {
        return decide;
    }
}
