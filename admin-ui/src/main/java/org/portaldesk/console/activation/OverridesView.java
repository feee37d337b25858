package org.portaldesk.console.activation;

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
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverride.State;
import org.portaldesk.contract.identity.Permission;

/**
 * What the contact-collision guard stopped and a second person may let through. Who decides sees
 * what waits; who asked sees what became of it.
 */
@Route("second-person")
@Requires(Permission.READ_OVERRIDES)
class OverridesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String STATE = "state";
    static final String WAITING = "requested";
    private static final String ALL = "all";
    private static final int SKELETON_LINES = 6;

    private final FilterLinks states =
            new FilterLinks(Texts.text("overrides.show"), OverridesView.class);
    private final transient OverridesState state;
    private final boolean decides;

    OverridesView(OverridesState state, Staff staff) {
        this.state = state;
        this.decides = staff.may(Permission.DECIDE_OVERRIDE);
        addClassNames("screen", "overrides");
        add(
                new H1(Texts.text("overrides.title")),
                new Paragraph(Texts.text("overrides.text")),
                states,
                new LoadablePanel<>(
                        state.overrides().signal(),
                        this::show,
                        () -> state.overrides().reload(),
                        SKELETON_LINES));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown =
                wanted(
                        event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter(STATE)
                                .orElse(decides ? WAITING : ALL));
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
        return Texts.text("overrides.title");
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

    private Component show(CursorList.Rows<ContactOverride> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.SHIELD,
                    Texts.text("overrides.none.title"),
                    Texts.text("overrides.none.text"));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(new OverrideCard(one, acts(one))));
        all.add(new ListFooter(rows, state.overrides()));
        return all;
    }

    private Component[] acts(ContactOverride override) {
        if (!decides || override.state() != State.REQUESTED) {
            return new Component[0];
        }
        var approve = new Button(Texts.text("overrides.approve"), _ -> askApprove(override));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setAriaLabel(Texts.text("overrides.approve.of", override.patientName()));
        var decline = new Button(Texts.text("overrides.decline"), _ -> askDecline(override));
        decline.addThemeVariants(ButtonVariant.ERROR);
        decline.setAriaLabel(Texts.text("overrides.decline.of", override.patientName()));
        return new Component[] {approve, decline};
    }

    private void askApprove(ContactOverride override) {
        ask(
                "overrides.approve",
                override,
                List.of("checked", "together"),
                reason -> state.approve(override, reason));
    }

    private void askDecline(ContactOverride override) {
        ask(
                "overrides.decline",
                override,
                List.of("unchecked", "otherWay"),
                reason -> state.decline(override, reason));
    }

    private void ask(
            String kind,
            ContactOverride override,
            List<String> reasons,
            SerializableConsumer<String> act) {
        var choices = new ArrayList<String>();
        reasons.forEach(reason -> choices.add(Texts.text(kind + ".reason." + reason)));
        choices.add(Texts.text("reason.other"));
        var words =
                new ReasonDialog.Words(
                        Texts.text(kind + ".title"),
                        Texts.text(kind + ".text", override.patientName()),
                        choices,
                        Texts.text(kind));
        new ReasonDialog(words, state.decide(), false, act).open();
    }
}
