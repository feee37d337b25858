package org.portaldesk.console.support;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Accounts that may be changing hands, and what the privacy officer found. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CasesState {

    private final TakeoverCaseApi api;
    private final CursorList<TakeoverCase> cases;
    private final Act<TakeoverCase> close;

    CasesState(TakeoverCaseApi api, Calls calls) {
        this.api = api;
        this.cases = new CursorList<>(calls);
        this.close = new Act<>(calls);
    }

    /**
     * @param state absent: in any state
     */
    void open(TakeoverCase.@Nullable State state) {
        cases.open(cursor -> api.list(state, cursor, null));
    }

    /** Closes it; the closed one stays in sight. A conflict shows who was faster. */
    void close(TakeoverCase one, String note) {
        close.start(
                api.close(one.id(), new TakeoverCaseApi.Close(note))
                        .doOnNext(after -> cases.replace(row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> cases.reload()));
    }

    CursorList<TakeoverCase> cases() {
        return cases;
    }

    Act<TakeoverCase> close() {
        return close;
    }
}
