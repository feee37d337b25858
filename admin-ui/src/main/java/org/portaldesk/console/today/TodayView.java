package org.portaldesk.console.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.portaldesk.console.activation.ActivationNavigation;
import org.portaldesk.console.audit.AuditNavigation;
import org.portaldesk.console.cases.CasesNavigation;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.letter.LetterNavigation;
import org.portaldesk.console.patient.PatientNavigation;
import org.portaldesk.console.proxy.ProxyNavigation;
import org.portaldesk.console.request.RequestNavigation;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.support.SupportNavigation;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.DueClock.Severity;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.request.CodeRequestItem;

/** What waits for the person at the desk, by what they may do; each number leads to its queue. */
@Route("today")
@Requires(Permission.SEARCH_PATIENTS)
class TodayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int NEXT = 5;
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private final Div cards = new Div();
    private final transient TodayState state;
    private final transient Staff staff;

    TodayView(TodayState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        addClassNames("screen", "today");
        cards.addClassName("cards");
        add(new H1(greeting()), cards);
        addCards();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (staff.may(Permission.READ_CODE_REQUESTS)) {
            state.loadRequests();
        }
        if (staff.may(Permission.READ_PROXY_REQUESTS)) {
            state.loadProxies();
        }
        if (staff.may(Permission.READ_LETTERS)) {
            state.loadLetters();
        }
        if (staff.may(Permission.READ_OVERRIDES)) {
            state.loadOverrides();
        }
        if (staff.may(Permission.VERIFY_CALLERS)) {
            state.loadLocked();
        }
        if (staff.may(Permission.READ_VERIFICATION_OVERRIDES)) {
            state.loadHeld();
        }
        if (staff.may(Permission.READ_CASES)) {
            state.loadCases();
            state.loadLooks();
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.text("today.title");
    }

    private String greeting() {
        var hour = LocalTime.now(Formats.current().zone()).getHour();
        var part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
        return Texts.text("today." + part, staff.me().map(me -> me.name()).orElse(""));
    }

    private void addCards() {
        if (staff.may(Permission.READ_CODE_REQUESTS)) {
            addRequests();
        }
        if (staff.may(Permission.READ_PROXY_REQUESTS)) {
            cards.add(
                    count(
                            state.proxies(),
                            state::loadProxies,
                            ProxyNavigation.queueLink(Texts.text("today.proxies"))));
        }
        if (staff.may(Permission.READ_LETTERS)) {
            cards.add(
                    count(
                            state.letters(),
                            state::loadLetters,
                            LetterNavigation.queueLink(Texts.text("today.letters"))));
        }
        if (staff.may(Permission.READ_OVERRIDES)) {
            cards.add(
                    count(
                            state.overrides(),
                            state::loadOverrides,
                            ActivationNavigation.overridesLink(Texts.text("today.overrides"))));
        }
        addSupport();
        addWays();
    }

    private void addSupport() {
        if (staff.may(Permission.VERIFY_CALLERS)) {
            cards.add(
                    count(
                            state.locked(),
                            state::loadLocked,
                            SupportNavigation.lockedLink(Texts.text("today.locked"))));
        }
        if (staff.may(Permission.READ_VERIFICATION_OVERRIDES)) {
            cards.add(
                    count(
                            state.held(),
                            state::loadHeld,
                            SupportNavigation.heldLink(Texts.text("today.held"))));
        }
        if (staff.may(Permission.READ_CASES)) {
            cards.add(
                    count(
                            state.cases(),
                            state::loadCases,
                            CasesNavigation.takeoversLink(Texts.text("today.cases"))));
            cards.add(
                    count(
                            state.looks(),
                            state::loadLooks,
                            CasesNavigation.looksLink(Texts.text("today.looks"))));
        }
    }

    private void addRequests() {
        cards.add(
                card(
                        state.requests(),
                        this::requests,
                        state::loadRequests,
                        RequestNavigation.queueLink(Texts.text("today.requests"))));
        add(workOnceKnown());
    }

    /** Nothing until then: that it does not come is told once, on the card. */
    private Component workOnceKnown() {
        var place = new Div();
        Signal.effect(
                place,
                () -> {
                    var now = state.requests().signal().get();
                    place.removeAll();
                    now.shown().map(this::work).ifPresent(place::add);
                });
        return place;
    }

    /** Where there is work that no number tells of. */
    private void addWays() {
        if (staff.may(Permission.VERIFY_CALLERS)) {
            cards.add(way(SupportNavigation.link(Texts.text("today.call"))));
        }
        cards.add(way(PatientNavigation.searchLink(Texts.text("patients.search"))));
        if (staff.may(Permission.READ_CODES)) {
            cards.add(way(ActivationNavigation.codesLink(Texts.text("today.codes"))));
        }
        if (staff.may(Permission.READ_AUDIT)) {
            cards.add(way(AuditNavigation.link(Texts.text("today.audit"))));
        }
    }

    private static <T> Component card(
            Latest<T> source,
            SerializableFunction<T, Component> content,
            Runnable retry,
            RouterLink link) {
        var card = new Div(link, new LoadablePanel<>(source.signal(), content, retry, 1));
        card.addClassNames("panel", "card");
        return card;
    }

    private static Component count(
            Latest<TodayState.Count> source, Runnable retry, RouterLink link) {
        return card(source, count -> number(count.shown(), count.all()), retry, link);
    }

    private static Component way(RouterLink link) {
        var card = new Div(link);
        card.addClassNames("panel", "card");
        return card;
    }

    private static Component number(int count, boolean all) {
        var number = new Span(Texts.text(all ? "today.count" : "today.more", count));
        number.addClassName("number");
        return number;
    }

    private Component requests(Waiting waiting) {
        var all = new Div(number(waiting.requests().size(), waiting.all()));
        var counts = waiting.bySeverity(Instant.now());
        for (var severity : Severity.values()) {
            var count = counts.get(severity);
            if (count != null) {
                all.add(
                        new StatusBadge(
                                severity.tone(),
                                Texts.text(
                                        "requests.group", Texts.of("severity", severity), count)));
            }
        }
        all.addClassName("counts");
        return all;
    }

    private Component work(Waiting waiting) {
        var mine = waiting.mine();
        var next = waiting.next(NEXT);
        var both = new Div();
        both.addClassName("stack");
        if (!mine.isEmpty()) {
            both.add(new Panel(Texts.text("requests.mine"), list(mine)));
        }
        both.add(
                new Panel(
                        Texts.text("today.next"),
                        next.isEmpty()
                                ? new Paragraph(Texts.text("requests.none.OPEN.title"))
                                : list(next)));
        return both;
    }

    private static Component list(List<CodeRequestItem> items) {
        var list = new UnorderedList();
        list.addClassName("work");
        for (var item : items) {
            list.add(
                    new ListItem(
                            RequestNavigation.link(item.name(), item.id()),
                            new DueClock(item.dueAt())));
        }
        return list;
    }
}
