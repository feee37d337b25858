package org.portaldesk.console.request;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.review.LiveSign;
import org.portaldesk.console.review.QueueList;
import org.portaldesk.console.review.QueuePart;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.request.CodeRequestItem;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The queue of requests for a code, and the one that is open beside it; where there is no room for
 * both, the one that is open. Which one stands in the address.
 */
@Route("code-requests/:" + CodeRequestsView.ID + "?")
@Requires(Permission.READ_CODE_REQUESTS)
class CodeRequestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String ID = "id";

    final QueueList<QueueState.Place, CodeRequestItem> queue;
    final Div detail = new Div();
    @Nullable ReviewPanel review;
    private final FilterLinks parts =
            new FilterLinks(Texts.text("requests.show"), CodeRequestsView.class);
    private final transient QueueState state;
    private final transient ObjectProvider<ReviewState> reviews;
    private final boolean decides;
    private Shown shown = Shown.OPEN;
    private @Nullable UUID selected;

    CodeRequestsView(
            QueueState state,
            ObjectProvider<ReviewState> reviews,
            ObjectProvider<JunkState> junk,
            Staff staff) {
        this.state = state;
        this.reviews = reviews;
        this.decides = staff.may(Permission.DECIDE_CODE_REQUESTS);
        this.queue = new QueueList<>(state.queue(), state.place(), new QueueLook(), state::reload);
        addClassNames("screen", "requests");
        var refresh = new Button(Texts.text("list.refresh"), _ -> state.reload());
        var live = new Div(new LiveSign(state.queue()), refresh);
        if (decides) {
            live.add(
                    new Button(
                            Texts.text("junk.open"),
                            _ -> new JunkDialog(junk.getObject(), state::reload).open()));
        }
        live.addClassName("acts");
        var head = new Div(new H1(Texts.text("requests.title")), live);
        head.addClassName("screen-head");
        queue.addClassNames("panel", "desk-list");
        detail.addClassName("desk-detail");
        var desk = new Div(queue, detail);
        desk.addClassName("desk");
        add(head, parts, desk);
        Shortcut.NEXT_REQUEST.on(this, this::next);
        Shortcut.BACK_TO_QUEUE.on(this, this::back);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = QueuePart.in(event.getLocation().getQueryParameters(), Shown.class);
        var id = event.getRouteParameters().get(ID).map(CodeRequestsView::id).orElse(null);
        if (review == null || id == null || !id.equals(selected)) {
            open(id);
        }
        selected = id;
        setClassName("has-detail", id != null);
        state.go(new QueueState.Place(shown, id));
        parts.offer(Arrays.stream(Shown.values()).map(this::part).toList());
    }

    @Override
    public String getPageTitle() {
        return Texts.text("requests.title");
    }

    private FilterLinks.Option part(Shown part) {
        return new FilterLinks.Option(Texts.of("requests.show", part), part.query(), part == shown);
    }

    private void open(@Nullable UUID id) {
        detail.removeAll();
        if (id == null) {
            review = null;
            detail.add(
                    new EmptyState(
                            Glyph.REQUEST,
                            Texts.text("requests.choose.title"),
                            Texts.text("requests.choose.text")));
            return;
        }
        var opened = reviews.getObject();
        opened.review().open(id, state::put);
        review = new ReviewPanel(opened, decides, this::next, this::back);
        detail.add(review);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void next() {
        state.next()
                .ifPresent(
                        id -> getUI().ifPresent(ui -> RequestNavigation.open(ui, id, Shown.OPEN)));
    }

    private void back() {
        getUI().ifPresent(
                        ui ->
                                ui.navigate(
                                        CodeRequestsView.class,
                                        RouteParameters.empty(),
                                        shown.query()));
    }
}
