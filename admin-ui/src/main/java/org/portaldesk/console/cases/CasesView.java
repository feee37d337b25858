package org.portaldesk.console.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
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
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.takeover.TakeoverCase;

/**
 * What the privacy officer looks into, one kind beside the other: what was seen, why it is here,
 * and what closes it.
 */
@Route("cases")
@Requires(Permission.READ_CASES)
class CasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 6;

    private final FilterLinks kinds = new FilterLinks(Texts.text("cases.kind"), CasesView.class);
    private final FilterLinks states =
            new FilterLinks(Texts.text("overrides.show"), CasesView.class);
    private final Paragraph text = new Paragraph();
    private final Div place = new Div();
    private final transient CasesState state;
    private final boolean closes;

    CasesView(CasesState state, Staff staff) {
        this.state = state;
        this.closes = staff.may(Permission.CLOSE_CASES);
        var links = new Div(kinds, states);
        links.addClassName("case-links");
        addClassNames("screen", "overrides");
        add(new H1(Texts.text("cases.title")), links, text, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var filter = CaseFilter.in(event.getLocation().getQueryParameters());
        kinds.offer(
                Arrays.stream(CaseFilter.Kind.values())
                        .map(kind -> option("cases.kind", kind, filter.of(kind), filter))
                        .toList());
        states.offer(
                Arrays.stream(CaseFilter.Shown.values())
                        .map(shown -> option("cases.show", shown, filter.with(shown), filter))
                        .toList());
        text.setText(Texts.of("cases.text", filter.kind()));
        state.open(filter);
        place.removeAll();
        place.add(list(filter.kind()));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("cases.title");
    }

    private static FilterLinks.Option option(
            String prefix, Enum<?> word, CaseFilter to, CaseFilter now) {
        return new FilterLinks.Option(Texts.of(prefix, word), to.query(), to.equals(now));
    }

    private Component list(CaseFilter.Kind kind) {
        return switch (kind) {
            case TAKEOVER ->
                    cards(
                            state.takeovers(),
                            kind,
                            (TakeoverCase one) -> new TakeoverCard(one, acts(one)));
            case LOOK ->
                    cards(state.looks(), kind, (WatchCase one) -> new LookCard(one, acts(one)));
            case MISDIRECTED ->
                    cards(
                            state.misdirected(),
                            kind,
                            (DisclosureCase one) -> new MisdirectedCard(one, acts(one)));
        };
    }

    private static <T> Component cards(
            Pile<T> pile, CaseFilter.Kind kind, SerializableFunction<T, Component> card) {
        var list = pile.list();
        return new LoadablePanel<>(
                list.signal(), rows -> cards(rows, list, kind, card), list::reload, SKELETON_LINES);
    }

    private static <T> Component cards(
            CursorList.Rows<T> rows,
            CursorList<T> list,
            CaseFilter.Kind kind,
            SerializableFunction<T, Component> card) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.SHIELD, Texts.text("cases.none.title"), Texts.of("cases.none", kind));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(card.apply(one)));
        all.add(new ListFooter(rows, list));
        return all;
    }

    private Component[] acts(TakeoverCase one) {
        return !closes || one.state() == TakeoverCase.State.CLOSED
                ? new Component[0]
                : CaseActs.close(
                        one.patientName(), () -> new CloseTakeoverDialog(state, one).open());
    }

    private Component[] acts(DisclosureCase one) {
        return !closes || one.state() == DisclosureCase.State.CLOSED
                ? new Component[0]
                : CaseActs.close(
                        one.content().title(), () -> new CloseMisdirectedDialog(state, one).open());
    }

    private Component[] acts(WatchCase one) {
        return !closes || one.state() == WatchCase.State.CLOSED
                ? new Component[0]
                : CaseActs.close(one.actorName(), () -> new CloseLookDialog(state, one).open());
    }
}
