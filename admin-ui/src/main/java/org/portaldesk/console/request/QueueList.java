package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.List;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.RequestSource;

/** The queue as links in groups: the person's own first, then the latest first. */
final class QueueList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 8;

    private final transient QueueState state;

    QueueList(QueueState state) {
        this.state = state;
        getContent().addClassName("queue-list");
        getContent()
                .add(
                        new LoadablePanel<>(
                                state.view(),
                                this::show,
                                () -> state.list().reload(),
                                SKELETON_LINES));
    }

    private Component show(QueueState.View view) {
        var all = new Div();
        var groups = Groups.of(view.place().shown(), view.rows().items(), Instant.now());
        if (groups.stream().allMatch(group -> group.items().isEmpty())) {
            all.add(nothing(view.place().shown()));
        } else {
            groups.forEach(group -> all.add(section(group, view.place())));
        }
        all.add(new ListFooter(view.rows(), state.list()));
        return all;
    }

    private static EmptyState nothing(Shown shown) {
        return new EmptyState(
                Glyph.REQUEST,
                Texts.text("requests.none." + shown + ".title"),
                Texts.text("requests.none." + shown + ".text"));
    }

    private static Section section(Groups.Group group, QueueState.Place place) {
        var list = new UnorderedList();
        list.addClassName("queue-rows");
        group.items().forEach(item -> list.add(row(item, place)));
        var section = new Section();
        heading(group).forEach(section::add);
        section.add(list);
        return section;
    }

    private static List<H2> heading(Groups.Group group) {
        return switch (group) {
            case Groups.Group.Mine(var items) ->
                    List.of(heading(Tone.LIVE, Texts.text("requests.mine"), items.size()));
            case Groups.Group.Due(var severity, var items) ->
                    List.of(heading(severity.tone(), Texts.of("severity", severity), items.size()));
            case Groups.Group.Rest(_) -> List.of();
        };
    }

    private static H2 heading(Tone tone, String text, int count) {
        return new H2(new StatusBadge(tone, Texts.text("requests.group", text, count)));
    }

    private static ListItem row(CodeRequestItem item, QueueState.Place place) {
        var link = new RouterLink(CodeRequestsView.class, RequestNavigation.parameters(item.id()));
        link.setQueryParameters(place.shown().query());
        link.addClassName("queue-row");
        link.add(name(item), due(item), detail(item));
        if (item.id().equals(place.selected())) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return new ListItem(link);
    }

    private static Span name(CodeRequestItem item) {
        var name = new Span(item.name());
        name.addClassName("queue-name");
        return name;
    }

    private static Component due(CodeRequestItem item) {
        return item.dueAt() == null ? new Span() : new DueClock(item.dueAt());
    }

    private static Span detail(CodeRequestItem item) {
        var claim = item.claim();
        var formats = Formats.current();
        var words =
                claim == null
                        ? Texts.text(
                                item.source() == RequestSource.PHONE
                                        ? "requests.row.phone"
                                        : "requests.row",
                                formats.moment(item.receivedAt()),
                                Texts.of("channel", item.deliverBy()))
                        : claim.mine()
                                ? Texts.text("claim.mine", formats.moment(claim.until()))
                                : Texts.text("claim.by", claim.by(), formats.moment(claim.until()));
        var detail = new Span(words);
        detail.addClassNames("secondary", "queue-detail");
        return detail;
    }
}
