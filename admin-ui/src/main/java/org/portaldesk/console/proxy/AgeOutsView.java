package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.proxy.AgeOut;

/** The next ninety days: whose access a birthday will change, day by day. */
@Route("age-outs")
@Requires(Permission.READ_AGE_OUTS)
class AgeOutsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String PARAMETER = "only";
    private static final String EXCEPTIONS = "exceptions";

    private final FilterLinks parts =
            new FilterLinks(Texts.text("requests.show"), AgeOutsView.class);
    private final transient AgeOutsState state;
    private boolean only;

    AgeOutsView(AgeOutsState state) {
        this.state = state;
        addClassNames("screen", "age-outs");
        var intro = new Paragraph(Texts.text("ageOuts.intro"));
        intro.addClassName("secondary");
        var list =
                new LoadablePanel<>(state.ahead().signal(), this::show, state.ahead()::reload, 8);
        list.addClassName("panel");
        add(new H1(Texts.text("ageOuts.title")), intro, parts, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        only =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(PARAMETER)
                        .filter(EXCEPTIONS::equals)
                        .isPresent();
        parts.offer(
                List.of(
                        new FilterLinks.Option(
                                Texts.text("ageOuts.all"), QueryParameters.empty(), !only),
                        new FilterLinks.Option(
                                Texts.text("ageOuts.exceptions"),
                                QueryParameters.of(PARAMETER, EXCEPTIONS),
                                only)));
        state.open(only);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("ageOuts.title");
    }

    private Component show(CursorList.Rows<AgeOut> rows) {
        var all = new Div();
        if (rows.items().isEmpty()) {
            var part = only ? "ageOuts.none.exceptions" : "ageOuts.none.all";
            all.add(
                    new EmptyState(
                            Glyph.CALENDAR,
                            Texts.text(part + ".title"),
                            Texts.text(part + ".text")));
        }
        var months =
                rows.items().stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> YearMonth.from(one.on()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        months.forEach((month, changes) -> all.add(month(month, changes)));
        all.add(new ListFooter(rows, state.ahead()));
        return all;
    }

    private static Section month(YearMonth month, List<AgeOut> changes) {
        var section = new Section(new H2(Formats.current().month(month)));
        var days =
                changes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        AgeOut::on, LinkedHashMap::new, Collectors.toList()));
        days.forEach((day, ofDay) -> section.add(day(day, ofDay)));
        section.addClassName("month");
        return section;
    }

    private static Component day(LocalDate day, List<AgeOut> changes) {
        var number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("day-number");
        var name = new Span(Formats.current().weekday(day));
        name.addClassName("secondary");
        var date = new Div(number, name);
        date.addClassName("day");
        var list = new UnorderedList();
        changes.forEach(change -> list.add(item(change)));
        var row = new Div(date, list);
        row.addClassName("day-row");
        return row;
    }

    private static ListItem item(AgeOut change) {
        var who =
                new Div(
                        new PatientLink(change.patientId(), change.patientName()),
                        new Span(Texts.text("ageOuts.turns", change.reachesAge())));
        who.addClassName("age-who");
        var arrow = Glyph.ARROW.icon();
        var classes =
                new Div(
                        new Span(change.proxyName()),
                        AccessBadge.of(change.from()),
                        arrow,
                        AccessBadge.of(change.to()));
        classes.addClassName("age-change");
        return new ListItem(who, classes, notes(change));
    }

    private static Component notes(AgeOut change) {
        var notes = new Div();
        notes.addClassName("age-notes");
        if (!change.loses().isEmpty()) {
            notes.add(
                    quiet(
                            Texts.text(
                                    "ageOuts.loses",
                                    change.loses().stream()
                                            .map(area -> Texts.of("area", area))
                                            .collect(Collectors.joining(", ")))));
        }
        if (change.ownAccount()) {
            notes.add(quiet(Texts.text("ageOuts.ownAccount")));
        }
        notes.add(
                change.noticedAt() == null
                        ? quiet(Texts.text("ageOuts.notYetTold"))
                        : quiet(
                                Texts.text(
                                        "ageOuts.told",
                                        Formats.current().moment(change.noticedAt()))));
        change.exceptions()
                .forEach(
                        one -> {
                            var badge = new StatusBadge(Tone.WARN, Texts.ofWord("exception", one));
                            badge.addClassName("wraps");
                            notes.add(badge);
                        });
        return notes;
    }

    private static Span quiet(String words) {
        var span = new Span(words);
        span.addClassName("secondary");
        return span;
    }
}
