package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.review.Group;
import org.portaldesk.console.review.QueueList;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.work.Severity;

/** Requests for proxy access as rows: whose record, who asks, how far, how long, who has it. */
final class QueueLook implements QueueList.Look<Shown, ProxyRequestItem> {

    private static final long serialVersionUID = 1L;

    @Override
    public UUID id(ProxyRequestItem item) {
        return item.id();
    }

    @Override
    public List<Group<ProxyRequestItem>> groups(Shown shown, List<ProxyRequestItem> items) {
        var here = items.stream().filter(row -> shown.holds(row.state())).toList();
        return shown == Shown.OPEN
                ? Group.byUrgency(
                        here,
                        row -> Claims.isMine(row.claim()),
                        ProxyRequestItem::severity,
                        Severity.values(),
                        Tones::of)
                : Group.one(here);
    }

    @Override
    public void fill(RouterLink row, Shown shown, ProxyRequestItem item) {
        row.setRoute(ProxyReviewView.class, ProxyNavigation.parameters(item.id()));
        row.setQueryParameters(shown.query());
        row.add(
                words(item.patientName(), "queue-name"),
                words(by(item), "queue-by"),
                AccessBadge.of(item.accessClass()),
                due(item),
                words(who(item), "secondary", "queue-who"));
    }

    @Override
    public EmptyState nothing(Shown shown) {
        return new EmptyState(
                Glyph.PROXY,
                Texts.text("proxies.none." + shown + ".title"),
                Texts.text("proxies.none." + shown + ".text"));
    }

    private static Span words(String text, String... classes) {
        var words = new Span(text);
        words.addClassNames(classes);
        return words;
    }

    private static String by(ProxyRequestItem item) {
        return Texts.text(
                "proxies.row.by", item.proxyName(), Texts.of("relation", item.relationship()));
    }

    private static Component due(ProxyRequestItem item) {
        var due = item.clock().dueAt();
        var severity = item.severity();
        return Shown.isOpen(item.state()) && due != null && severity != null
                ? new DueClock(due, Tones.of(severity))
                : new StatusBadge(Tones.of(item.state()), Texts.of("proxy.state", item.state()));
    }

    private static String who(ProxyRequestItem item) {
        if (item.claim() != null) {
            return Claims.words(item.claim());
        }
        return item.pendReason() == null
                ? Texts.text("proxies.row.received", Formats.current().moment(item.receivedAt()))
                : Texts.ofWord("waits", item.pendReason());
    }
}
