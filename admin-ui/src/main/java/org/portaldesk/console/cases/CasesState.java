package org.portaldesk.console.cases;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCaseApi;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCaseApi;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The cases of each kind, and what the privacy officer found. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CasesState {

    private final TakeoverCaseApi takeoverApi;
    private final WatchCaseApi lookApi;
    private final DisclosureCaseApi misdirectedApi;
    private final Pile<TakeoverCase> takeovers;
    private final Pile<WatchCase> looks;
    private final Pile<DisclosureCase> misdirected;

    CasesState(
            TakeoverCaseApi takeoverApi,
            WatchCaseApi lookApi,
            DisclosureCaseApi misdirectedApi,
            Calls calls) {
        this.takeoverApi = takeoverApi;
        this.lookApi = lookApi;
        this.misdirectedApi = misdirectedApi;
        this.takeovers = new Pile<>(calls, TakeoverCase::id);
        this.looks = new Pile<>(calls, WatchCase::id);
        this.misdirected = new Pile<>(calls, DisclosureCase::id);
    }

    /** Lists what is asked for, and nothing else: each list is on record. */
    void open(CaseFilter filter) {
        switch (filter.kind()) {
            case TAKEOVER -> {
                var state = state(filter, TakeoverCase.State.class);
                takeovers.list().open(cursor -> takeoverApi.list(state, cursor, null));
            }
            case LOOK -> {
                var state = state(filter, WatchCase.State.class);
                looks.list().open(cursor -> lookApi.list(state, cursor, null));
            }
            case MISDIRECTED -> {
                var state = state(filter, DisclosureCase.State.class);
                misdirected.list().open(cursor -> misdirectedApi.list(state, cursor, null));
            }
        }
    }

    /** Each kind of case calls its states as the filter does; null is any. */
    private static <S extends Enum<S>> @Nullable S state(CaseFilter filter, Class<S> states) {
        var shown = filter.shown();
        return shown == CaseFilter.Shown.ALL ? null : Enum.valueOf(states, shown.name());
    }

    void close(TakeoverCase one, String note) {
        takeovers.close(takeoverApi.close(one.id(), new TakeoverCaseApi.Close(note)));
    }

    void close(WatchCase one, WatchCase.Finding finding, String note) {
        looks.close(lookApi.close(one.id(), new WatchCaseApi.Close(finding, note)));
    }

    void close(DisclosureCase one, DisclosureCaseApi.Close found) {
        misdirected.close(misdirectedApi.close(one.id(), found));
    }

    Pile<TakeoverCase> takeovers() {
        return takeovers;
    }

    Pile<WatchCase> looks() {
        return looks;
    }

    Pile<DisclosureCase> misdirected() {
        return misdirected;
    }
}
