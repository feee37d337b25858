package org.portaldesk.console.disclosure;

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
import java.util.Arrays;
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
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCase.State;

/** Results that were retracted after somebody had seen them: who saw what, and what came of it. */
@Route("disclosures")
@Requires(Permission.READ_DISCLOSURES)
class DisclosuresView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String STATE = "state";
    private static final String ALL = "all";
    private static final int SKELETON_LINES = 6;

    private final FilterLinks states =
            new FilterLinks(Texts.text("misdirected.show"), DisclosuresView.class);
    private final transient DisclosuresState state;
    private final boolean closes;

    DisclosuresView(DisclosuresState state, Staff staff) {
        this.state = state;
        this.closes = staff.may(Permission.CLOSE_DISCLOSURES);
        addClassNames("screen", "overrides");
        add(
                new H1(Texts.text("misdirected.title")),
                new Paragraph(Texts.text("misdirected.text")),
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
                        .orElse(word(State.OPEN));
        states.offer(
                List.of(
                        option(word, word(State.OPEN), "misdirected.state.OPEN"),
                        option(word, word(State.CLOSED), "misdirected.state.CLOSED"),
                        option(word, ALL, "codes.all")));
        state.open(wanted(word));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("misdirected.title");
    }

    private static FilterLinks.Option option(String shown, String word, String key) {
        return new FilterLinks.Option(
                Texts.text(key), QueryParameters.of(STATE, word), word.equals(shown));
    }

    private static @Nullable State wanted(String word) {
        return Arrays.stream(State.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Component show(CursorList.Rows<DisclosureCase> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.SHIELD,
                    Texts.text("misdirected.none.title"),
                    Texts.text("misdirected.none.text"));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(new DisclosureCard(one, acts(one))));
        all.add(new ListFooter(rows, state.cases()));
        return all;
    }

    private Component[] acts(DisclosureCase one) {
        if (!closes || one.state() == State.CLOSED) {
            return new Component[0];
        }
        var close =
                new Button(
                        Texts.text("misdirected.close"),
                        _ -> new CloseDisclosureDialog(state, one).open());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setAriaLabel(Texts.text("misdirected.close.of", one.content().title()));
        return new Component[] {close};
    }
}
