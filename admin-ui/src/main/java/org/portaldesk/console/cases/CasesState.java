package org.portaldesk.console.cases;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCaseApi;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The cases of both kinds, and what the privacy officer found. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CasesState {

    private final TakeoverCaseApi takeoverApi;
    private final WatchCaseApi lookApi;
    private final CursorList<TakeoverCase> takeovers;
    private final CursorList<WatchCase> looks;
    private final Act<TakeoverCase> closeTakeover;
    private final Act<WatchCase> closeLook;

    CasesState(TakeoverCaseApi takeoverApi, WatchCaseApi lookApi, Calls calls) {
        this.takeoverApi = takeoverApi;
        this.lookApi = lookApi;
        this.takeovers = new CursorList<>(calls);
        this.looks = new CursorList<>(calls);
        this.closeTakeover = new Act<>(calls);
        this.closeLook = new Act<>(calls);
    }

    /** Lists what is asked for, and nothing else: each list is on record. */
    void open(CaseFilter filter) {
        switch (filter.kind()) {
            case TAKEOVER -> {
                var state = takeoverState(filter.shown());
                takeovers.open(cursor -> takeoverApi.list(state, cursor, null));
            }
            case LOOK -> {
                var state = lookState(filter.shown());
                looks.open(cursor -> lookApi.list(state, cursor, null));
            }
        }
    }

    private static TakeoverCase.@Nullable State takeoverState(CaseFilter.Shown shown) {
        return switch (shown) {
            case OPEN -> TakeoverCase.State.OPEN;
            case CLOSED -> TakeoverCase.State.CLOSED;
            case ALL -> null;
        };
    }

    private static WatchCase.@Nullable State lookState(CaseFilter.Shown shown) {
        return switch (shown) {
            case OPEN -> WatchCase.State.OPEN;
            case CLOSED -> WatchCase.State.CLOSED;
            case ALL -> null;
        };
    }

    /** Closes it; the closed one stays in sight. A conflict shows who was faster. */
    void close(TakeoverCase one, String note) {
        closeTakeover.start(
                takeoverApi
                        .close(one.id(), new TakeoverCaseApi.Close(note))
                        .doOnNext(
                                after ->
                                        takeovers.replace(
                                                row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> takeovers.reload()));
    }

    /** As {@link #close(TakeoverCase, String)}, with a finding. */
    void close(WatchCase one, WatchCase.Finding finding, String note) {
        closeLook.start(
                lookApi.close(one.id(), new WatchCaseApi.Close(finding, note))
                        .doOnNext(after -> looks.replace(row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> looks.reload()));
    }

    CursorList<TakeoverCase> takeovers() {
        return takeovers;
    }

    CursorList<WatchCase> looks() {
        return looks;
    }

    Act<TakeoverCase> closeTakeover() {
        return closeTakeover;
    }

    Act<WatchCase> closeLook() {
        return closeLook;
    }
}
