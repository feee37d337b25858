package org.portaldesk.console.request;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.review.LiveQueue;
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

    private final CodeRequestApi api;
    private final LiveQueue<CodeRequestItem> queue;
    private final ValueSignal<Place> place = new ValueSignal<>(new Place(Shown.OPEN, null));
    private @Nullable Shown read;

    QueueState(CodeRequestApi api, Calls calls) {
        this.api = api;
        this.queue = new LiveQueue<>(calls, CodeRequestItem::id);
    }

    /** Turns to this place; reads the list only when another part of it is to be shown. */
    void go(Place to) {
        place.set(to);
        if (read != to.shown()) {
            read = to.shown();
            queue.open(new RequestPages(api, to.shown().states()));
        }
    }

    LiveQueue<CodeRequestItem> queue() {
        return queue;
    }

    Signal<Place> place() {
        return place.asReadonly();
    }

    /** Reads the list again, as somebody asks for. */
    void reload() {
        queue.list().reload();
    }

    /** Shows a request in the list as it is now. */
    void put(CodeRequest now) {
        queue.put(item(now));
    }

    /** The open request that is due next and that nobody else works on. */
    Optional<UUID> next() {
        var at = place.peek().selected();
        return queue.items().stream()
                .filter(row -> Shown.OPEN.states().contains(row.state()))
                .filter(row -> !row.id().equals(at))
                .filter(row -> !Claims.isAnothers(row.claim()))
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
