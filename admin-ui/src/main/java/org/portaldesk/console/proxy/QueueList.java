package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
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
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.work.Severity;

/** The queue as links in groups: the person's own first, then the latest first. */
final class QueueList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 8;

    private final transient ProxyQueueState state;

    QueueList(ProxyQueueState state) {
        this.state = state;
        getContent().addClassNames("queue-list", "proxy-queue");
        getContent()
                .add(new LoadablePanel<>(state.view(), this::show, state::reload, SKELETON_LINES));
    }

    private Component show(ProxyQueueState.View view) {
        var all = new Div();
        var groups = Groups.of(view.shown(), view.rows().items());
        if (groups.isEmpty()) {
            all.add(nothing(view.shown()));
        }
        groups.forEach(group -> all.add(section(group, view.shown())));
        all.add(new ListFooter(view.rows(), state.list()));
        return all;
    }

    private static EmptyState nothing(Shown shown) {
        return new EmptyState(
                Glyph.PROXY,
                Texts.text("proxies.none." + shown + ".title"),
                Texts.text("proxies.none." + shown + ".text"));
    }

    private static Section section(Groups.Group group, Shown shown) {
        var list = new UnorderedList();
        list.addClassName("queue-rows");
        group.items().forEach(item -> list.add(row(item, shown)));
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
                    List.of(heading(tone(severity), Texts.of("severity", severity), items.size()));
            case Groups.Group.Rest(_) -> List.of();
        };
    }

    private static H2 heading(Tone tone, String text, int count) {
        return new H2(new StatusBadge(tone, Texts.text("requests.group", text, count)));
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICALLY_OVERDUE -> Tone.DANGER;
            case OVERDUE -> Tone.WARN;
            case DUE_SOON -> Tone.WATCH;
            case NOT_DUE_YET -> Tone.GOOD;
            case PAUSED -> Tone.QUIET;
        };
    }

    private static ListItem row(ProxyRequestItem item, Shown shown) {
        var link = new RouterLink(ProxyReviewView.class, ProxyNavigation.parameters(item.id()));
        link.setQueryParameters(shown.query());
        link.addClassName("queue-row");
        link.add(whose(item), by(item), AccessBadge.of(item.accessClass()), due(item), who(item));
        return new ListItem(link);
    }

    private static Span whose(ProxyRequestItem item) {
        var name = new Span(item.patientName());
        name.addClassName("queue-name");
        return name;
    }

    private static Span by(ProxyRequestItem item) {
        var words =
                new Span(
                        Texts.text(
                                "proxies.row.by",
                                item.proxyName(),
                                Texts.of("relation", item.relationship())));
        words.addClassName("queue-by");
        return words;
    }

    private static Component due(ProxyRequestItem item) {
        var due = item.clock().dueAt();
        var severity = item.severity();
        return Shown.isOpen(item.state()) && due != null && severity != null
                ? new DueClock(due, tone(severity))
                : new StatusBadge(stateTone(item.state()), Texts.of("proxy.state", item.state()));
    }

    static Tone stateTone(ProxyRequestState state) {
        return switch (state) {
            case SUBMITTED, IN_REVIEW -> Tone.LIVE;
            case NEEDS_INFORMATION, PENDED -> Tone.QUIET;
            case AWAITING_SECOND_APPROVAL -> Tone.WATCH;
            case APPROVED -> Tone.GOOD;
            case DENIED -> Tone.WARN;
        };
    }

    private static Span who(ProxyRequestItem item) {
        var who = new Span(words(item));
        who.addClassNames("secondary", "queue-who");
        return who;
    }

    private static String words(ProxyRequestItem item) {
        var formats = Formats.current();
        var claim = item.claim();
        if (claim != null) {
            var until = formats.moment(claim.until());
            return claim.mine()
                    ? Texts.text("claim.mine", until)
                    : Texts.text("claim.by", claim.by(), until);
        }
        return item.pendReason() == null
                ? Texts.text("proxies.row.received", formats.moment(item.receivedAt()))
                : Texts.ofWord("waits", item.pendReason());
    }
}
