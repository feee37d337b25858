package org.portaldesk.console.proxy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import org.portaldesk.console.review.LiveSign;
import org.portaldesk.console.review.QueueList;
import org.portaldesk.console.review.QueuePart;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.proxy.ProxyRequestItem;

/** The queue of requests for proxy access: what is late and what will be stands first. */
@Route("proxy-requests")
@Requires(Permission.READ_PROXY_REQUESTS)
class ProxyQueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final QueueList<Shown, ProxyRequestItem> queue;
    private final FilterLinks parts =
            new FilterLinks(Texts.text("requests.show"), ProxyQueueView.class);
    private final transient ProxyQueueState state;
    private final boolean forecasts;

    ProxyQueueView(ProxyQueueState state, Staff staff) {
        this.state = state;
        this.queue = new QueueList<>(state.queue(), state.place(), new QueueLook(), state::reload);
        this.forecasts = staff.may(Permission.READ_FORECAST);
        addClassNames("screen", "proxies");
        var refresh = new Button(Texts.text("list.refresh"), _ -> load(state.shown()));
        var live = new Div(new LiveSign(state.queue()), refresh);
        live.addClassName("acts");
        var head = new Div(new H1(Texts.text("proxies.title")), live);
        head.addClassName("screen-head");
        queue.addClassNames("panel", "proxy-queue");
        add(head);
        if (forecasts) {
            add(new ForecastStrip(state));
        }
        add(parts, queue);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = QueuePart.in(event.getLocation().getQueryParameters(), Shown.class);
        parts.offer(
                Arrays.stream(Shown.values())
                        .map(
                                part ->
                                        new FilterLinks.Option(
                                                Texts.of("proxies.show", part),
                                                part.query(),
                                                part == shown))
                        .toList());
        load(shown);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("proxies.title");
    }

    private void load(Shown shown) {
        state.go(shown);
        if (forecasts) {
            state.loadForecast();
        }
    }
}
