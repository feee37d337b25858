package org.portaldesk.console.glass;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.privacy.Restriction;

/** Every restricted record, why, and the way to open it again. */
@Route("restricted")
@Requires(Permission.RESTRICT_RECORDS)
class RestrictionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 6;

    private final transient GlassState state;

    RestrictionsView(GlassState state) {
        this.state = state;
        addClassNames("screen", "overrides");
        add(
                new H1(Texts.text("restrictions.title")),
                new Paragraph(Texts.text("restrictions.text")),
                new LoadablePanel<>(
                        state.restrictions().signal(),
                        this::show,
                        () -> state.restrictions().reload(),
                        SKELETON_LINES));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state.openAll();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("restrictions.title");
    }

    private Component show(CursorList.Rows<Restriction> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.VEILED,
                    Texts.text("restrictions.none.title"),
                    Texts.text("restrictions.none.text"));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(card(one)));
        all.add(new ListFooter(rows, state.restrictions()));
        return all;
    }

    private Article card(Restriction one) {
        var mrn = new Span(one.mrn());
        mrn.addClassName("secondary");
        var head = new Div(new PatientLink(one.patientId(), one.patientName()), mrn);
        head.addClassName("override-head");
        var lift =
                new Button(
                        Texts.text("restriction.lift"),
                        _ -> Reasons.lift(state, one.patientId()).open());
        lift.setAriaLabel(Texts.text("restriction.lift.of", one.patientName()));
        var acts = new Div(lift);
        acts.addClassName("acts");
        var card = new Article(head, RestrictionPanel.facts(one), acts);
        card.addClassNames("panel", "override");
        card.getElement().setAttribute("aria-label", one.patientName());
        return card;
    }
}
