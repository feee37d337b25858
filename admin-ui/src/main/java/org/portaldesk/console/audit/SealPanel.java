package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.audit.SealState.Standing;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/** How the chain stands: its end as a picture, and the same in words. */
final class SealPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    SealPanel(Standing standing) {
        getContent().add(new ChainPicture(standing), facts(standing));
        if (Lag.isTrouble(standing.lag())) {
            getContent().add(trouble("seal.lag.trouble"));
        }
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("seal.title"));
    }

    private static Facts facts(Standing standing) {
        return new Facts()
                .with(Texts.text("seal.last"), last(standing))
                .with(Texts.text("seal.outside"), outside(standing))
                .with(Texts.text("seal.lag"), Lag.badge(standing.lag()));
    }

    private static Component last(Standing standing) {
        var at = standing.health().sealedAt();
        return new Span(
                at == null
                        ? Texts.text("seal.last.none")
                        : Texts.text(
                                "seal.last.of",
                                standing.health().checkpoints(),
                                Formats.current().full(at)));
    }

    private static Component outside(Standing standing) {
        return standing.unpublished() == 0
                ? new StatusBadge(
                        Tone.GOOD, Texts.text("seal.outside.all", standing.health().published()))
                : new StatusBadge(
                        Tone.WARN, Texts.text("seal.outside.missing", standing.unpublished()));
    }

    private static Div trouble(String key) {
        var notice = new Div(Glyph.ALERT.icon(), new Div(new Paragraph(Texts.text(key))));
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }
}
