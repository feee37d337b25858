package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
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
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.verification.VerificationOverride;
import org.portaldesk.contract.verification.VerificationOverride.State;

/**
 * Calls that three failures have stopped. The supervisor who decides sees what waits; the agent who
 * asked sees what became of it.
 */
@Route("held-calls")
@Requires(Permission.READ_VERIFICATION_OVERRIDES)
class HeldCallsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String STATE = "state";
    private static final String ALL = "all";
    private static final int SKELETON_LINES = 6;

    private final FilterLinks states =
            new FilterLinks(Texts.text("overrides.show"), HeldCallsView.class);
    private final transient HeldCallsState state;
    private final boolean decides;

    HeldCallsView(HeldCallsState state, Staff staff) {
        this.state = state;
        this.decides = staff.may(Permission.DECIDE_VERIFICATION_OVERRIDE);
        addClassNames("screen", "overrides");
        add(
                new H1(Texts.text("held.title")),
                new Paragraph(Texts.text("held.text")),
                states,
                new LoadablePanel<>(
                        state.held().signal(),
                        this::show,
                        () -> state.held().reload(),
                        SKELETON_LINES));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown =
                wanted(
                        event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter(STATE)
                                .orElse(decides ? word(State.REQUESTED) : ALL));
        var options = new ArrayList<FilterLinks.Option>();
        for (var one : State.values()) {
            options.add(option(Texts.of("overrides.state", one), word(one), one == shown));
        }
        options.add(option(Texts.text("codes.all"), ALL, shown == null));
        states.offer(options);
        state.open(shown);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("held.title");
    }

    private static FilterLinks.Option option(String text, String word, boolean current) {
        return new FilterLinks.Option(text, QueryParameters.of(STATE, word), current);
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

    private Component show(CursorList.Rows<VerificationOverride> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.HAND, Texts.text("held.none.title"), Texts.text("held.none.text"));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(new HeldCallCard(one, acts(one))));
        all.add(new ListFooter(rows, state.held()));
        return all;
    }

    private Component[] acts(VerificationOverride one) {
        if (!decides || one.state() != State.REQUESTED) {
            return new Component[0];
        }
        var approve = new Button(Texts.text("held.approve"), _ -> askApprove(one));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setAriaLabel(Texts.text("held.approve.of", one.patientName()));
        var decline = new Button(Texts.text("held.decline"), _ -> askDecline(one));
        decline.addThemeVariants(ButtonVariant.ERROR);
        decline.setAriaLabel(Texts.text("held.decline.of", one.patientName()));
        return new Component[] {approve, decline};
    }

    private void askApprove(VerificationOverride one) {
        ask("held.approve", one, List.of("known", "called"), reason -> state.approve(one, reason));
    }

    private void askDecline(VerificationOverride one) {
        ask(
                "held.decline",
                one,
                List.of("suspicious", "inPerson"),
                reason -> state.decline(one, reason));
    }

    private void ask(
            String kind,
            VerificationOverride one,
            List<String> reasons,
            SerializableConsumer<String> act) {
        var choices = new ArrayList<String>();
        reasons.forEach(reason -> choices.add(Texts.text(kind + ".reason." + reason)));
        choices.add(Texts.text("reason.other"));
        var words =
                new ReasonDialog.Words(
                        Texts.text(kind + ".title"),
                        Texts.text(kind + ".text", one.patientName()),
                        choices,
                        Texts.text(kind));
        new ReasonDialog(words, state.decide(), false, act).open();
    }
}
