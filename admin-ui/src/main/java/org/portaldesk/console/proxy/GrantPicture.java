package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyGrant;

/**
 * A picture of who sees whom: proxies on one side, the patient between, on the other side whom they
 * see.
 */
final class GrantPicture extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final SerializableFunction<ProxyGrant, Optional<Component>> act;

    /**
     * @param act what may be done with a grant on this patient's record
     */
    GrantPicture(
            PatientProxies proxies,
            String patient,
            SerializableFunction<ProxyGrant, Optional<Component>> act) {
        this.act = act;
        var middle = new Div(Glyph.ACCOUNT.icon(), new Span(patient));
        middle.addClassName("grant-middle");
        getContent().addClassName("grant-picture");
        getContent()
                .add(
                        side("proxies.seenBy", "proxies.seenBy.none", open(proxies.seenBy()), true),
                        middle,
                        side("proxies.seesOf", "proxies.seesOf.none", open(proxies.sees()), false));
    }

    private static List<ProxyGrant> open(List<ProxyGrant> grants) {
        return grants.stream().filter(one -> one.state() != ProxyGrant.State.ENDED).toList();
    }

    private Component side(String title, String none, List<ProxyGrant> grants, boolean inward) {
        var side = new Div(new H3(Texts.text(title)));
        side.addClassNames("grant-side", inward ? "inward" : "outward");
        if (grants.isEmpty()) {
            var nobody = new Paragraph(Texts.text(none));
            nobody.addClassName("secondary");
            side.add(nobody);
            return side;
        }
        var list = new UnorderedList();
        grants.forEach(grant -> list.add(item(grant, inward)));
        side.add(list);
        return side;
    }

    private ListItem item(ProxyGrant grant, boolean inward) {
        var card = new Div(head(grant, inward), badges(grant), areas(grant));
        card.addClassName("grant-card");
        if (inward) {
            act.apply(grant).ifPresent(card::add);
        }
        var arrow = Glyph.ARROW.icon();
        arrow.addClassName("grant-arrow");
        return inward ? new ListItem(card, arrow) : new ListItem(arrow, card);
    }

    private static Component head(ProxyGrant grant, boolean inward) {
        var name = inward ? grant.proxyName() : grant.patientName();
        var id = inward ? grant.proxyPatientId() : (@Nullable UUID) grant.patientId();
        var relation = new Span(Texts.of(inward ? "relation" : "relationOf", grant.relationship()));
        relation.addClassName("secondary");
        var head = new Div(id == null ? new Span(name) : new PatientLink(id, name), relation);
        head.addClassName("grant-head");
        return head;
    }

    private static Component badges(ProxyGrant grant) {
        var badges = new Div(GrantBadge.of(grant));
        badges.addClassName("counts");
        if (grant.overridden()) {
            badges.add(new StatusBadge(Tone.WARN, Texts.text("grant.overridden")));
        }
        if (grant.expiresOn() != null) {
            var until =
                    new Span(Texts.text("grant.until", Formats.current().date(grant.expiresOn())));
            until.addClassName("secondary");
            badges.add(until);
        }
        return badges;
    }

    private static Component areas(ProxyGrant grant) {
        var words =
                new Span(
                        grant.state() == ProxyGrant.State.PENDING_CONFIRMATION
                                ? Texts.text("grant.waits")
                                : AreaWords.of(grant.areas(), Map.of()));
        words.addClassNames("secondary", "grant-areas");
        return words;
    }
}
