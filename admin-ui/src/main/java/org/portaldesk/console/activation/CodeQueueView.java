package org.portaldesk.console.activation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.identity.Permission;

/** The codes of all patients: where each stands, how it went out, and until when it works. */
@Route("codes")
@Requires(Permission.READ_CODES)
class CodeQueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final CaseList<ActivationCode> list;
    private final FilterLinks states =
            new FilterLinks(Texts.text("codes.column.state"), CodeQueueView.class);
    private final FilterLinks channels =
            new FilterLinks(Texts.text("codes.column.channel"), CodeQueueView.class);
    private final transient CodeQueueState state;
    private final boolean revokes;

    CodeQueueView(CodeQueueState state, Staff staff) {
        this.state = state;
        this.revokes = staff.may(Permission.REVOKE_CODE);
        list = new CaseList<>(state.codes(), ActivationCode::id, Texts.text("codes.title"));
        list.addClassName("panel");
        list.whenEmpty(
                new EmptyState(
                        Glyph.CODE, Texts.text("codes.none.title"), Texts.text("codes.none.text")));
        addClassNames("screen", "codes");
        addColumns();
        add(new H1(Texts.text("codes.title")), states, channels, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var filter = CodeFilter.in(event.getLocation().getQueryParameters());
        states.offer(states(filter));
        channels.offer(channels(filter));
        state.open(filter);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("codes.title");
    }

    private static List<FilterLinks.Option> states(CodeFilter filter) {
        var options = new ArrayList<FilterLinks.Option>();
        options.add(
                new FilterLinks.Option(
                        Texts.text("codes.all"),
                        filter.with((CodeState) null).query(),
                        filter.state() == null));
        for (var one : CodeState.values()) {
            options.add(
                    new FilterLinks.Option(
                            Texts.of("code", one),
                            filter.with(one).query(),
                            filter.state() == one));
        }
        return options;
    }

    private static List<FilterLinks.Option> channels(CodeFilter filter) {
        var options = new ArrayList<FilterLinks.Option>();
        options.add(
                new FilterLinks.Option(
                        Texts.text("codes.all"),
                        filter.with((Channel) null).query(),
                        filter.channel() == null));
        for (var one : Channel.values()) {
            options.add(
                    new FilterLinks.Option(
                            Texts.of("channel", one),
                            filter.with(one).query(),
                            filter.channel() == one));
        }
        return options;
    }

    private void addColumns() {
        var grid = list.grid();
        grid.addColumn(new ComponentRenderer<>(CodeQueueView::patient))
                .setHeader(Texts.text("codes.column.patient"))
                .setWidth("6rem")
                .setFlexGrow(3);
        grid.addColumn(new ComponentRenderer<>(code -> CodeBadge.of(code.state())))
                .setHeader(Texts.text("codes.column.state"))
                .setWidth("6rem")
                .setFlexGrow(1);
        list.onlyWhenWide(
                grid.addColumn(new ComponentRenderer<>(CodesTable::channel))
                        .setHeader(Texts.text("codes.column.channel"))
                        .setFlexGrow(2));
        list.onlyWhenWide(
                grid.addColumn(new ComponentRenderer<>(CodeQueueView::issued))
                        .setHeader(Texts.text("codes.column.issued"))
                        .setFlexGrow(2));
        grid.addColumn(new ComponentRenderer<>(CodesTable::end))
                .setHeader(Texts.text("codes.column.end"))
                .setWidth("5.5rem")
                .setFlexGrow(2);
        if (revokes) {
            grid.addColumn(new ComponentRenderer<>(this::revokeButton))
                    .setHeader(Texts.text("letters.acts"))
                    .setWidth("5.5rem")
                    .setFlexGrow(0);
        }
    }

    private static Component patient(ActivationCode code) {
        return CodesTable.lines(new PatientLink(code.patientId(), code.patientName()), code.mrn());
    }

    private static Component issued(ActivationCode code) {
        return CodesTable.lines(
                new Span(Formats.current().moment(code.issuedAt())), code.issuedBy());
    }

    private Component revokeButton(ActivationCode code) {
        if (code.state() != CodeState.ISSUED) {
            return new Span();
        }
        var revoke = new Button(Texts.text("codes.revoke"), _ -> askRevoke(code));
        revoke.setAriaLabel(Texts.text("codes.revoke.of", code.patientName()));
        revoke.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.ERROR);
        return revoke;
    }

    private void askRevoke(ActivationCode code) {
        new ReasonDialog(
                        Revoking.words(code),
                        state.revoke(),
                        true,
                        reason -> state.revoke(code, reason))
                .open();
    }
}
