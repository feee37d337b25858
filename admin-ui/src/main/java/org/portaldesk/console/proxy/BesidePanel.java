package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Who sees the record already, and who never may. */
final class BesidePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    BesidePanel(ProxyRequest request) {
        getContent().addClassName("stack");
        if (!request.blocks().isEmpty()) {
            getContent().add(new Panel(Texts.text("blocks.title"), blocks(request)));
        }
        var grants = request.grants();
        getContent()
                .add(
                        new Panel(
                                Texts.text("beside.grants"),
                                grants.isEmpty() ? nobody() : grants(request)));
    }

    private static Component nobody() {
        var nobody = new Span(Texts.text("beside.nobody"));
        nobody.addClassName("secondary");
        return nobody;
    }

    private static Component grants(ProxyRequest request) {
        var list = new UnorderedList();
        list.addClassName("work");
        request.grants().forEach(grant -> list.add(grant(grant)));
        return list;
    }

    private static ListItem grant(ProxyGrant grant) {
        return new ListItem(
                new Span(
                        Texts.text(
                                "proxies.row.for",
                                grant.proxyName(),
                                Texts.of("relation", grant.relationship()))),
                GrantBadge.of(grant));
    }

    private static Component blocks(ProxyRequest request) {
        var list = new UnorderedList();
        list.addClassName("work");
        request.blocks().forEach(block -> list.add(block(block)));
        return list;
    }

    private static ListItem block(ProxyBlock block) {
        var lines = new Div(new Span(block.name()));
        lines.addClassName("lines");
        if (block.reason() != null) {
            var reason = new Span(block.reason());
            reason.addClassName("secondary");
            lines.add(reason);
        }
        return new ListItem(
                lines,
                new StatusBadge(
                        Tone.DANGER,
                        Texts.text("blocks.since", Formats.current().moment(block.createdAt()))));
    }
}
