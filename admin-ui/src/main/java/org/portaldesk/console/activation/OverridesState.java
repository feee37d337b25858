package org.portaldesk.console.activation;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.activation.Reason;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;

/** What a second person is asked, and what they said. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class OverridesState {

    private final ContactOverrideApi api;
    private final CursorList<ContactOverride> overrides;
    private final Act<ContactOverride> decide;

    OverridesState(ContactOverrideApi api, Calls calls) {
        this.api = api;
        this.overrides = new CursorList<>(calls);
        this.decide = new Act<>(calls);
    }

    /**
     * @param state absent: in any state
     */
    void open(ContactOverride.@Nullable State state) {
        overrides.open(cursor -> api.list(state, cursor, null));
    }

    void approve(ContactOverride override, String reason) {
        decide(api.approve(override.id(), new Reason(reason)));
    }

    void decline(ContactOverride override, String reason) {
        decide(api.decline(override.id(), new Reason(reason)));
    }

    /** The decided one stays in sight, so that one sees what one has done. */
    private void decide(Mono<ContactOverride> call) {
        decide.start(
                call.doOnNext(after -> overrides.replace(row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> overrides.reload()));
    }

    CursorList<ContactOverride> overrides() {
        return overrides;
    }

    Act<ContactOverride> decide() {
        return decide;
    }
}
