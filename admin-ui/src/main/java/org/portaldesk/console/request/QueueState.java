package org.portaldesk.console.request;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestItem;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The queue: which part of it is shown, and which request is open beside it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class QueueState {

    /**
     * What the address says.
     *
     * @param selected the request that is open, if one is
     */
    record Place(Shown shown, @Nullable UUID selected) {}

    /** The rows read so far, as they look from a place. */
    record View(Place place, CursorList.Rows<CodeRequestItem> rows) {}

    private final CodeRequestApi api;
    private final CursorList<CodeRequestItem> list;
    private final ValueSignal<Place> place = new ValueSignal<>(new Place(Shown.OPEN, null));
    private @Nullable Shown read;

    QueueState(CodeRequestApi api, Calls calls) {
        this.api = api;
        this.list = new CursorList<>(calls);
    }

    /** Turns to this place; reads the list only when another part of it is to be shown. */
    void go(Place to) {
        place.set(to);
        if (read != to.shown()) {
            read = to.shown();
            list.open(new RequestPages(api, to.shown().states()));
        }
    }

    Signal<Loadable<View>> view() {
        return () -> seen(list.signal().get(), place.get());
    }

    private static Loadable<View> seen(Loadable<CursorList.Rows<CodeRequestItem>> rows, Place at) {
        return switch (rows) {
            case Loadable.Loading<CursorList.Rows<CodeRequestItem>>(var previous) ->
                    new Loadable.Loading<>(previous == null ? null : new View(at, previous));
            case Loadable.Loaded<CursorList.Rows<CodeRequestItem>>(var read) ->
                    new Loadable.Loaded<>(new View(at, read));
            case Loadable.Failed<CursorList.Rows<CodeRequestItem>>(var failure) ->
                    new Loadable.Failed<>(failure);
        };
    }

    CursorList<CodeRequestItem> list() {
        return list;
    }

    /** Shows a request in the list as it is now. */
    void put(CodeRequest now) {
        var after = item(now);
        list.replace(row -> row.id().equals(now.id()), after);
    }

    /** The open request that is due next and that nobody else works on. */
    Optional<UUID> next() {
        var at = place.peek().selected();
        return list.items().stream()
                .filter(row -> Shown.OPEN.states().contains(row.state()))
                .filter(row -> !row.id().equals(at))
                .filter(row -> row.claim() == null || row.claim().mine())
                .findFirst()
                .map(CodeRequestItem::id);
    }

    private static CodeRequestItem item(CodeRequest request) {
        return new CodeRequestItem(
                request.id(),
                request.reference(),
                request.state(),
                request.claimed().familyName() + ", " + request.claimed().givenName(),
                request.deliverBy(),
                request.source(),
                request.receivedAt(),
                request.targetAt(),
                request.dueAt(),
                request.claim(),
                request.version());
    }
}
