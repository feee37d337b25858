package org.portaldesk.console.gateway;

import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import reactor.core.publisher.Mono;

/**
 * A list of the API, page after page. The pages read so far stay in memory, so that selecting and
 * scrolling never wait for the API.
 */
public final class CursorList<T> {

    /** Gives the page that a cursor points to; the first one for none. */
    @FunctionalInterface
    public interface Source<T> extends Function<@Nullable String, Mono<Page<T>>> {}

    /**
     * @param next the cursor of what is not read yet; absent when all is
     * @param more the state of reading on; {@code null} when nobody has asked to
     */
    public record Rows<T>(List<T> items, @Nullable String next, @Nullable Loadable<Integer> more) {

        public Rows {
            items = List.copyOf(items);
        }
    }

    private final Calls calls;
    private final Latest<Rows<T>> rows;
    private @Nullable Source<T> source;
    private volatile int firstPage;

    public CursorList(Calls calls) {
        this.calls = calls;
        this.rows = new Latest<>(calls);
    }

    /** Reads from the beginning. */
    public synchronized void open(Source<T> source) {
        this.source = source;
        rows.load(source.apply(null).map(this::beginning));
    }

    private Rows<T> beginning(Page<T> page) {
        firstPage = page.items().size();
        return new Rows<>(page.items(), page.next(), null);
    }

    /** Reads the first page again; older rows stay in sight meanwhile. */
    public synchronized void reload() {
        if (source != null) {
            open(source);
        }
    }

    /** Reads the next page and appends it. */
    public synchronized void more() {
        var shown = rows.value().orElse(null);
        if (shown == null || shown.next() == null || source == null || readsOn(shown)) {
            return;
        }
        rows.show(new Rows<>(shown.items(), shown.next(), new Loadable.Loading<>(null)));
        calls.start(
                source.apply(shown.next()),
                page -> append(shown, page),
                failure -> stay(shown, failure));
    }

    /** Puts the thing after an act in the place of the thing before. */
    public synchronized void replace(Predicate<T> which, T after) {
        rows.value()
                .ifPresent(
                        shown ->
                                rows.show(
                                        new Rows<>(
                                                shown.items().stream()
                                                        .map(row -> which.test(row) ? after : row)
                                                        .toList(),
                                                shown.next(),
                                                shown.more())));
    }

    /**
     * Puts the first page as it is now in the place of the one that was read; what was read on
     * after it stays while there is more. Tells nobody where nothing has changed.
     *
     * @param id of a row
     */
    public synchronized void renew(Page<T> first, Function<T, ?> id) {
        var shown = rows.value().orElse(null);
        if (shown == null || readsOn(shown)) {
            return;
        }
        var after = first.next() == null ? List.<T>of() : after(first, shown.items(), id);
        firstPage = first.items().size();
        var all = Stream.concat(first.items().stream(), after.stream()).toList();
        var now = new Rows<>(all, after.isEmpty() ? first.next() : shown.next(), shown.more());
        if (!now.equals(shown)) {
            rows.show(now);
        }
    }

    private List<T> after(Page<T> first, List<T> shown, Function<T, ?> id) {
        var renewed = first.items().stream().map(id).collect(Collectors.toSet());
        return shown.stream()
                .skip(firstPage)
                .filter(row -> !renewed.contains(id.apply(row)))
                .toList();
    }

    public Signal<Loadable<Rows<T>>> signal() {
        return rows.signal();
    }

    /** For listeners: the rows of this moment. */
    public List<T> items() {
        return rows.value().map(Rows::items).orElse(List.of());
    }

    private static boolean readsOn(Rows<?> shown) {
        return shown.more() instanceof Loadable.Loading<Integer>;
    }

    private synchronized void append(Rows<T> asked, Page<T> page) {
        if (stillAwaits(asked)) {
            var all = new ArrayList<>(items());
            all.addAll(page.items());
            rows.show(new Rows<>(all, page.next(), new Loadable.Loaded<>(page.items().size())));
        }
    }

    private synchronized void stay(Rows<T> asked, ApiFailure failure) {
        if (stillAwaits(asked)) {
            rows.show(new Rows<>(items(), asked.next(), new Loadable.Failed<>(failure)));
        }
    }

    /** A list that was read anew meanwhile takes no page of the old one. */
    private boolean stillAwaits(Rows<T> asked) {
        return rows.value()
                .filter(now -> readsOn(now) && Objects.equals(now.next(), asked.next()))
                .isPresent();
    }
}
