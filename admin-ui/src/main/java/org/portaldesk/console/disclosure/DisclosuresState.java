package org.portaldesk.console.disclosure;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCaseApi;
import org.portaldesk.contract.result.DisclosureCaseApi.Close;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Cases of misdirected results, and what the privacy officer found. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DisclosuresState {

    private final DisclosureCaseApi api;
    private final CursorList<DisclosureCase> cases;
    private final Act<DisclosureCase> close;

    DisclosuresState(DisclosureCaseApi api, Calls calls) {
        this.api = api;
        this.cases = new CursorList<>(calls);
        this.close = new Act<>(calls);
    }

    /**
     * @param state absent: in any state
     */
    void open(DisclosureCase.@Nullable State state) {
        cases.open(cursor -> api.list(state, cursor, null));
    }

    /** Closes it; the closed one stays in sight. A conflict shows who was faster. */
    void close(DisclosureCase one, Close found) {
        close.start(
                api.close(one.id(), found)
                        .doOnNext(after -> cases.replace(row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> cases.reload()));
    }

    CursorList<DisclosureCase> cases() {
        return cases;
    }

    Act<DisclosureCase> close() {
        return close;
    }
}
