package org.portaldesk.console.proxy;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.work.ForecastApi;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import reactor.core.publisher.Mono;

/**
 * The queue. It lives as long as the page in the browser, so that a reviewer who comes back finds
 * it as it was, and “next” knows what is next.
 */
@SpringComponent
@UIScope
class ProxyQueueState {

    private static final String QUEUE = "PROXY_REQUESTS";

    /** The rows read so far, and which part of the queue they are. */
    record View(Shown shown, CursorList.Rows<ProxyRequestItem> rows) {}

    private final ProxyRequestApi api;
    private final ForecastApi forecasts;
    private final CursorList<ProxyRequestItem> list;
    private final Latest<Optional<Backlog>> forecast;
    private final ValueSignal<Shown> shown = new ValueSignal<>(Shown.OPEN);
    private boolean read;

    ProxyQueueState(ProxyRequestApi api, ForecastApi forecasts, Calls calls) {
        this.api = api;
        this.forecasts = forecasts;
        this.list = new CursorList<>(calls);
        this.forecast = new Latest<>(calls);
    }

    /** Turns to this part of the queue, and reads it anew: others work on it, too. */
    void go(Shown to) {
        read = true;
        shown.set(to);
        list.open(cursor -> page(to, cursor));
    }

    /** Reads the queue unless it was read before. */
    void ensure() {
        if (!read) {
            go(Shown.OPEN);
        }
    }

    void reload() {
        go(shown.peek());
    }

    void loadForecast() {
        forecast.load(
                forecasts
                        .forecast()
                        .map(
                                all ->
                                        all.queues().stream()
                                                .filter(one -> one.queue().equals(QUEUE))
                                                .findFirst()));
    }

    /** The person's own first, however late they are due: on the first page, whole. */
    private Mono<Page<ProxyRequestItem>> page(Shown part, @Nullable String cursor) {
        var page = api.list(part.state(), null, null, cursor, null);
        return part != Shown.OPEN || cursor != null
                ? page
                : Mono.zip(api.list(null, null, true, null, Page.MAX_LIMIT), page)
                        .map(both -> together(both.getT1().items(), both.getT2()));
    }

    private static Page<ProxyRequestItem> together(
            List<ProxyRequestItem> mine, Page<ProxyRequestItem> all) {
        var items = new LinkedHashMap<UUID, ProxyRequestItem>();
        Stream.concat(mine.stream(), all.items().stream()).forEach(one -> items.put(one.id(), one));
        return new Page<>(List.copyOf(items.values()), all.next());
    }

    Signal<Loadable<View>> view() {
        return () -> seen(list.signal().get(), shown.get());
    }

    private static Loadable<View> seen(Loadable<CursorList.Rows<ProxyRequestItem>> rows, Shown at) {
        return switch (rows) {
            case Loadable.Loading<CursorList.Rows<ProxyRequestItem>>(var previous) ->
                    new Loadable.Loading<>(previous == null ? null : new View(at, previous));
            case Loadable.Loaded<CursorList.Rows<ProxyRequestItem>>(var read) ->
                    new Loadable.Loaded<>(new View(at, read));
            case Loadable.Failed<CursorList.Rows<ProxyRequestItem>>(var failure) ->
                    new Loadable.Failed<>(failure);
        };
    }

    CursorList<ProxyRequestItem> list() {
        return list;
    }

    /** How this queue stands; nothing where the forecast knows no such queue. */
    Latest<Optional<Backlog>> forecast() {
        return forecast;
    }

    Shown shown() {
        return shown.peek();
    }

    /** Shows a request in the list as it is now. */
    void put(ProxyRequest now) {
        list.items().stream()
                .filter(row -> row.id().equals(now.id()))
                .findFirst()
                .ifPresent(row -> list.replace(one -> one.id().equals(now.id()), item(row, now)));
    }

    /** The open request that is due next after that one, and that nobody else works on. */
    Optional<UUID> next(UUID after) {
        return list.items().stream()
                .filter(row -> Shown.isOpen(row.state()) && row.pendReason() == null)
                .filter(row -> !row.id().equals(after))
                .filter(row -> row.claim() == null || row.claim().mine())
                .findFirst()
                .map(ProxyRequestItem::id);
    }

    private static ProxyRequestItem item(ProxyRequestItem before, ProxyRequest now) {
        var patient = now.patient();
        return new ProxyRequestItem(
                now.id(),
                now.state(),
                now.kind(),
                now.relationship(),
                patient == null ? before.patientId() : patient.id(),
                patient == null ? before.patientName() : patient.name(),
                before.proxyName(),
                now.accessClass(),
                now.receivedAt(),
                now.clock(),
                now.severity(),
                now.pendReason(),
                now.claim(),
                now.version());
    }
}
