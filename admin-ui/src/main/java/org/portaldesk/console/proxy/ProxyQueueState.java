package org.portaldesk.console.proxy;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.review.LiveQueue;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.work.ForecastApi;
import org.portaldesk.contract.work.ForecastApi.Backlog;

/**
 * The queue. It lives as long as the page in the browser, so that a reviewer who comes back finds
 * it as it was, and “next” knows what is next.
 */
@SpringComponent
@UIScope
class ProxyQueueState {

    private static final String QUEUE = "PROXY_REQUESTS";

    private final ProxyRequestApi api;
    private final ForecastApi forecasts;
    private final LiveQueue<ProxyRequestItem> queue;
    private final Latest<Optional<Backlog>> forecast;
    private final ValueSignal<Shown> shown = new ValueSignal<>(Shown.OPEN);
    private boolean read;

    ProxyQueueState(ProxyRequestApi api, ForecastApi forecasts, Calls calls) {
        this.api = api;
        this.forecasts = forecasts;
        this.queue = new LiveQueue<>(calls, ProxyRequestItem::id);
        this.forecast = new Latest<>(calls);
    }

    /** Turns to this part of the queue, and reads it anew: others work on it, too. */
    void go(Shown to) {
        read = true;
        shown.set(to);
        queue.open(new QueuePages(api, to));
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

    LiveQueue<ProxyRequestItem> queue() {
        return queue;
    }

    /** Which part of the queue is shown. */
    Signal<Shown> place() {
        return shown.asReadonly();
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
        queue.items().stream()
                .filter(row -> row.id().equals(now.id()))
                .findFirst()
                .ifPresent(row -> queue.put(item(row, now)));
    }

    /** The open request that is due next after that one, and that nobody else works on. */
    Optional<UUID> next(UUID after) {
        return queue.items().stream()
                .filter(row -> Shown.isOpen(row.state()) && row.pendReason() == null)
                .filter(row -> !row.id().equals(after))
                .filter(row -> !Claims.isAnothers(row.claim()))
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
