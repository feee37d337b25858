package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.request.QueueState.Place;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.review.Group;
import org.portaldesk.console.review.QueueList;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.DueClock.Severity;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.RequestSource;

/** Requests for a code as rows; the one that is open beside the queue says so. */
final class QueueLook implements QueueList.Look<Place, CodeRequestItem> {

    private static final long serialVersionUID = 1L;

    @Override
    public UUID id(CodeRequestItem item) {
        return item.id();
    }

    @Override
    public List<Group<CodeRequestItem>> groups(Place place, List<CodeRequestItem> items) {
        var here =
                items.stream().filter(row -> place.shown().states().contains(row.state())).toList();
        var now = Instant.now();
        return place.shown() == Shown.OPEN
                ? Group.byUrgency(
                        here,
                        row -> Claims.isMine(row.claim()),
                        row -> Severity.of(row.dueAt(), now),
                        Severity.values(),
                        Severity::tone)
                : Group.one(here);
    }

    @Override
    public void fill(RouterLink row, Place place, CodeRequestItem item) {
        row.setRoute(CodeRequestsView.class, RequestNavigation.parameters(item.id()));
        row.setQueryParameters(place.shown().query());
        row.add(
                words(item.name(), "queue-name"),
                due(item),
                words(detail(item), "secondary", "queue-detail"));
        if (item.id().equals(place.selected())) {
            row.getElement().setAttribute("aria-current", "true");
        } else {
            row.getElement().removeAttribute("aria-current");
        }
    }

    @Override
    public EmptyState nothing(Place place) {
        return new EmptyState(
                Glyph.REQUEST,
                Texts.text("requests.none." + place.shown() + ".title"),
                Texts.text("requests.none." + place.shown() + ".text"));
    }

    private static Span words(String text, String... classes) {
        var words = new Span(text);
        words.addClassNames(classes);
        return words;
    }

    private static Component due(CodeRequestItem item) {
        return item.dueAt() == null ? new Span() : new DueClock(item.dueAt());
    }

    private static String detail(CodeRequestItem item) {
        return item.claim() != null
                ? Claims.words(item.claim())
                : Texts.text(
                        item.source() == RequestSource.PHONE
                                ? "requests.row.phone"
                                : "requests.row",
                        Formats.current().moment(item.receivedAt()),
                        Texts.of("channel", item.deliverBy()));
    }
}
