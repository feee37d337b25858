package org.portaldesk.console.review;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.gateway.Pulse;
import org.portaldesk.contract.Page;

/**
 * A queue that changes by itself while somebody looks: its first page is asked for again and again,
 * and what was read on after that stays. While the API does not answer, the last rows stay, and are
 * said to be old.
 *
 * @see "docs/decisions/0054-live-lists.md"
 */
public final class LiveQueue<T> {

    /** A change is to be seen within two seconds. */
    private static final Duration PACE = Duration.ofSeconds(1);

    /**
     * The rows read so far, as they look from a place.
     *
     * @param place what the address says
     * @param minute in which it is shown: words about time are of this one
     */
    public record View<P, T>(P place, CursorList.Rows<T> rows, Instant minute) {}

    private final CursorList<T> list;
    private final Live<Page<T>> live;
    private final Pulse pulse = new Pulse(PACE, this::ask);
    private final Function<T, UUID> id;
    private final ValueSignal<Instant> minute = new ValueSignal<>(thisMinute());
    private volatile CursorList.@Nullable Source<T> source;

    public LiveQueue(Calls calls, Function<T, UUID> id) {
        this.list = new CursorList<>(calls);
        this.live = new Live<>(calls);
        this.id = id;
    }

    /** Reads another part of the queue, or the same anew. */
    public void open(CursorList.Source<T> source) {
        live.stop();
        this.source = source;
        list.open(source);
    }

    /** Somebody looks. */
    public void start() {
        pulse.start();
    }

    /** Nobody looks any more. */
    public void stop() {
        pulse.stop();
        live.stop();
    }

    private void ask() {
        var now = thisMinute();
        if (!now.equals(minute.peek())) {
            minute.set(now);
        }
        var asked = source;
        if (asked != null && list.signal().peek() instanceof Loadable.Loaded<?>) {
            live.ask(asked.apply(null).doOnNext(first -> renew(asked, first)));
        }
    }

    private void renew(CursorList.Source<T> asked, Page<T> first) {
        if (asked == source) {
            list.renew(first, id);
        }
    }

    /** Puts the thing after an act in the place of the thing before. */
    public void put(T after) {
        live.stop();
        list.replace(row -> id.apply(row).equals(id.apply(after)), after);
    }

    /** The queue as it looks from a place. */
    public <P> Signal<Loadable<View<P, T>>> view(Signal<P> place) {
        return () -> {
            var at = place.get();
            var in = minute.get();
            return list.signal().get().map(rows -> new View<>(at, rows, in));
        };
    }

    /** Whether what is shown may be old, because the API does not answer. */
    public Signal<Boolean> old() {
        return live.signal()
                .map(now -> now.old() != null || now.shown() instanceof Loadable.Failed<?>);
    }

    public CursorList<T> list() {
        return list;
    }

    /** For listeners: the rows of this moment. */
    public List<T> items() {
        return list.items();
    }

    private static Instant thisMinute() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES);
    }
}
