package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.takeover.TakeoverCase;

/** Accounts that may be changing hands: what was seen, and the note that closes the case. */
@Route("cases")
@Requires(Permission.READ_CASES)
class CasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String STATE = "state";
    private static final String ALL = "all";
    private static final int SKELETON_LINES = 6;

    private final FilterLinks states =
            new FilterLinks(Texts.text("overrides.show"), CasesView.class);
    private final transient CasesState state;
    private final boolean closes;

    CasesView(CasesState state, Staff staff) {
        this.state = state;
        this.closes = staff.may(Permission.CLOSE_CASES);
        addClassNames("screen", "overrides");
        add(
                new H1(Texts.text("cases.title")),
                new Paragraph(Texts.text("cases.text")),
                states,
                new LoadablePanel<>(
                        state.cases().signal(),
                        this::show,
                        () -> state.cases().reload(),
                        SKELETON_LINES));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var word =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(STATE)
                        .orElse(word(TakeoverCase.State.OPEN));
        states.offer(
                List.of(
                        option(word, word(TakeoverCase.State.OPEN), "cases.state.OPEN"),
                        option(word, word(TakeoverCase.State.CLOSED), "cases.state.CLOSED"),
                        option(word, ALL, "codes.all")));
        state.open(wanted(word));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("cases.title");
    }

    private static FilterLinks.Option option(String shown, String word, String key) {
        return new FilterLinks.Option(
                Texts.text(key), QueryParameters.of(STATE, word), word.equals(shown));
    }

    private static TakeoverCase.@Nullable State wanted(String word) {
        for (var one : TakeoverCase.State.values()) {
            if (word(one).equals(word)) {
                return one;
            }
        }
        return null;
    }

    private static String word(TakeoverCase.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Component show(CursorList.Rows<TakeoverCase> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.SHIELD, Texts.text("cases.none.title"), Texts.text("cases.none.text"));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(new CaseCard(one, acts(one))));
        all.add(new ListFooter(rows, state.cases()));
        return all;
    }

    private Component[] acts(TakeoverCase one) {
        if (!closes || one.state() == TakeoverCase.State.CLOSED) {
            return new Component[0];
        }
        var close =
                new Button(Texts.text("cases.close"), _ -> new CloseCaseDialog(state, one).open());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setAriaLabel(Texts.text("cases.close.of", one.patientName()));
        return new Component[] {close};
    }
}
