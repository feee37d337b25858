package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest.Proposed;

/**
 * What a colleague would grant and two must agree to: a second person agrees to exactly this, or
 * not.
 */
final class ProposedPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    ProposedPanel(Proposed proposed) {
        getContent().addClassNames("guard", "proposed");
        getContent()
                .add(
                        new Paragraph(
                                proposed.mine()
                                        ? Texts.text("proposed.mine")
                                        : Texts.text("proposed.by", proposed.by())));
        var facts =
                new Facts()
                        .with(Texts.text("proposed.class"), AccessBadge.of(proposed.accessClass()))
                        .with(
                                Texts.text("proposed.areas"),
                                AreaWords.of(proposed.areas(), Map.of()));
        var override = proposed.override();
        if (override != null) {
            facts.with(Texts.text("proxy.propose.basis"), Texts.of("basis", override.basis()));
        }
        proposed.deviations()
                .forEach(
                        one ->
                                facts.with(
                                        Texts.text("proposed.leaves"), Texts.of("deviation", one)));
        facts.with(
                Texts.text("proxy.propose.reason"),
                override == null ? proposed.reason() : override.reason());
        if (proposed.expiresOn() != null) {
            facts.with(
                    Texts.text("proxy.propose.until"),
                    Formats.current().date(proposed.expiresOn()));
        }
        getContent().add(facts);
    }
}
