package org.portaldesk.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.ledger.LedgerState.Time;
import org.portaldesk.console.result.ResultNavigation;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FileHandler;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.result.HoldLedger;
import org.portaldesk.contract.result.HoldLedger.TooBroad;
import org.portaldesk.contract.result.ResultHold;

/** Every hold with its basis, age, determiner and review; who holds too much; and the file. */
@Route("holds")
@Requires(Permission.READ_HOLD_LEDGER)
class LedgerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final DayField from = new DayField(Texts.text("ledger.from"));
    final DayField to = new DayField(Texts.text("ledger.to"));
    private final transient LedgerState state;

    LedgerView(LedgerState state) {
        this.state = state;
        addClassNames("screen", "ledger");
        from.addValueChangeListener(_ -> open());
        to.addValueChangeListener(_ -> open());
        var days = new Div(from, to);
        days.addClassName("acts");
        var head = new Div(new H1(Texts.text("ledger.title")), file());
        head.addClassName("screen-head");
        add(
                head,
                new LoadablePanel<>(
                        state.tooBroad().signal(), this::tooBroad, state::lookForTooBroad, 1),
                days,
                list());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("ledger.title");
    }

    /** Whole days of the facility; the last one counts to its end. */
    private void open() {
        var last = to.getValue();
        state.open(new Time(start(from.getValue()), start(last == null ? null : last.plusDays(1))));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.current().zone()).toInstant();
    }

    private Anchor file() {
        var file =
                new Anchor(
                        (DownloadHandler) FileHandler.csv("holds.csv", state::awaitFile),
                        Texts.text("ledger.file"));
        file.getElement().setAttribute("download", true);
        return file;
    }

    private Component tooBroad(List<TooBroad> clinicians) {
        if (clinicians.isEmpty()) {
            return new Span(Texts.text("ledger.tooBroad.none"));
        }
        var list = new UnorderedList();
        clinicians.forEach(one -> list.add(new ListItem(words(one))));
        return new Panel(
                Texts.text("ledger.tooBroad"),
                new Paragraph(Texts.text("ledger.tooBroad.text", clinicians.getFirst().limit())),
                list);
    }

    private static String words(TooBroad one) {
        return Texts.text("ledger.tooBroad.one", one.determiner(), one.holds());
    }

    private Component list() {
        var list =
                new CaseList<HoldLedger.Entry>(
                        state.entries(), one -> one.hold().id(), Texts.text("ledger.title"));
        list.addClassName("panel");
        list.whenEmpty(
                new EmptyState(
                        Glyph.LEDGER, Texts.text("ledger.none.title"), Texts.text("ledger.none")));
        column(list, "results.result", 4, one -> result(one.hold()));
        column(list, "hold.basis", 3, one -> basis(one.hold()));
        list.onlyWhenWide(column(list, "hold.determiner", 3, LedgerView::determiner));
        list.onlyWhenWide(column(list, "hold.review", 2, LedgerView::review));
        column(list, "ledger.stands", 2, LedgerView::age);
        list.onOpen(one -> ResultNavigation.open(UI.getCurrent(), one.hold().resultId()));
        return list;
    }

    private static Grid.Column<HoldLedger.Entry> column(
            CaseList<HoldLedger.Entry> list,
            String key,
            int grow,
            SerializableFunction<HoldLedger.Entry, Component> cell) {
        return list.grid()
                .addColumn(new ComponentRenderer<>(cell))
                .setHeader(Texts.text(key))
                .setFlexGrow(grow);
    }

    private static Component result(ResultHold hold) {
        return lines(new Span(hold.title()), secondary(hold.patientName()));
    }

    private static Component basis(ResultHold hold) {
        var harm = hold.harmType();
        return lines(
                new Span(Texts.of("hold.basis", hold.basis())),
                secondary(harm == null ? "" : Texts.of("hold.harm", harm)));
    }

    private static Component determiner(HoldLedger.Entry one) {
        var name = new Span(String.valueOf(one.hold().determinedBy().name()));
        return one.tooBroad()
                ? lines(
                        name,
                        new StatusBadge(Tone.WARN, Texts.text("ledger.many", one.sameDeterminer())))
                : lines(name, secondary(Texts.text("ledger.few", one.sameDeterminer())));
    }

    private static Component review(HoldLedger.Entry one) {
        var review = one.hold().review();
        return review == null
                ? new Span(Texts.text("ledger.notReviewed"))
                : lines(
                        new Span(Texts.of("hold.outcome", review.outcome())),
                        secondary(review.by()));
    }

    private static Component age(HoldLedger.Entry one) {
        var days = Texts.text("ledger.days", Math.round(one.ageDays() * 10) / 10.0);
        var ended = one.hold().endedAt();
        return lines(
                new StatusBadge(
                        ended == null ? Tone.LIVE : Tone.QUIET,
                        Texts.text(ended == null ? "ledger.standing" : "ledger.ended")),
                secondary(days));
    }

    private static Span secondary(String text) {
        var span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    private static Div lines(Component... parts) {
        var lines = new Div(parts);
        lines.addClassName("lines");
        return lines;
    }
}
