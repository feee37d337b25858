package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.review.QueuePart;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.springframework.beans.factory.ObjectProvider;

/** One request for proxy access, with room for its form beside the record. */
@Route("proxy-requests/:" + ProxyReviewView.ID)
@Requires(Permission.READ_PROXY_REQUESTS)
class ProxyReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String ID = "id";

    /** Signs of a reviewer at work are told to the server at most this often. */
    private static final int SIGN_OF_WORK_MILLIS = 60_000;

    @Nullable ReviewDesk desk;
    private final Div place = new Div();
    private final transient ObjectProvider<ProxyReviewState> reviews;
    private final transient ProxyQueueState queue;
    private final transient Staff staff;
    private transient @Nullable ProxyReviewState state;
    private Shown from = Shown.OPEN;
    private @Nullable UUID shown;

    ProxyReviewView(ObjectProvider<ProxyReviewState> reviews, ProxyQueueState queue, Staff staff) {
        this.reviews = reviews;
        this.queue = queue;
        this.staff = staff;
        addClassNames("screen", "proxy-page");
        var title = new H1(Texts.text("proxies.one"));
        var back = new Button(Texts.text("requests.back"), _ -> back());
        back.setSuffixComponent(Shortcut.BACK_TO_QUEUE.hint());
        var next = new Button(Texts.text("requests.next"), _ -> next());
        next.setSuffixComponent(Shortcut.NEXT_REQUEST.hint());
        var ways = new Div(back, next);
        ways.addClassName("acts");
        var head = new Div(title, ways);
        head.addClassName("screen-head");
        add(head, place);
        Shortcut.NEXT_REQUEST.on(this, this::next);
        Shortcut.BACK_TO_QUEUE.on(this, this::back);
        for (var sign : new String[] {"pointerdown", "keydown", "wheel"}) {
            getElement().addEventListener(sign, _ -> working()).throttle(SIGN_OF_WORK_MILLIS);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        from = QueuePart.in(event.getLocation().getQueryParameters(), Shown.class);
        queue.ensure();
        var id = id(event);
        if (!id.equals(shown)) {
            shown = id;
            open(id);
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.text("proxies.one");
    }

    private void open(UUID id) {
        var opened = reviews.getObject();
        state = opened;
        desk = null;
        opened.review().open(id, queue::put);
        place.removeAll();
        place.add(
                new LoadablePanel<>(
                        opened.review().request().signal(),
                        request -> show(opened, request),
                        opened.review()::reload,
                        10));
    }

    private Component show(ProxyReviewState opened, ProxyRequest request) {
        if (desk == null) {
            desk = new ReviewDesk(opened, staff, this::next);
        }
        desk.show(request);
        return desk;
    }

    private void working() {
        if (state != null) {
            state.review().working(Instant.now());
        }
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get(ID).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void next() {
        if (shown != null) {
            queue.next(shown)
                    .ifPresentOrElse(
                            id -> getUI().ifPresent(ui -> ProxyNavigation.open(ui, id, from)),
                            this::back);
        }
    }

    private void back() {
        getUI().ifPresent(ui -> ProxyNavigation.openQueue(ui, from));
    }
}
