package org.portaldesk.console.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.result.ResultState.Sight;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ViewerSight;

/** One result: what it is, where its release stands, who sees it and why, and what can be done. */
@Route(ResultView.PATH + "/:" + ResultView.ID)
@Requires(Permission.READ_RESULTS)
class ResultView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String PATH = "results";
    static final String ID = "id";

    private static final int SKELETON_LINES = 10;

    private final transient ResultState state;
    private final transient Staff staff;

    ResultView(ResultState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        addClassNames("screen", "result");
        add(
                new H1(Texts.text("result.title")),
                new LoadablePanel<>(
                        state.sight().signal(), this::show, state::readAnew, SKELETON_LINES));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get(ID).orElse("");
        try {
            state.open(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.text("result.title");
    }

    private Component show(Sight sight) {
        var main = new Div(report(sight.result()), new WhoSees(sight.viewers(), consents(sight)));
        main.addClassNames("column-main", "stack");
        var side = new Div(release(sight));
        side.addClassNames("column-side", "stack");
        if (sight.result().hold() != null) {
            side.add(new HoldPanel(state, sight, staff));
        }
        side.add(
                new SensitivityPanel(state, sight.result(), staff.may(Permission.TAG_RESULTS)),
                new Timeline(sight.result()));
        var columns = new Div(main, side);
        columns.addClassName("columns");
        return columns;
    }

    private static Component report(Result result) {
        var facts =
                new Facts()
                        .with(
                                Texts.text("results.patient"),
                                new PatientLink(result.patientId(), result.patientName()))
                        .with(Texts.text("result.mrn"), result.mrn())
                        .with(Texts.text("result.status"), result.status());
        var panel = new Panel(result.title(), facts);
        var values = result.values();
        if (values != null && !values.isEmpty()) {
            var said = new Facts();
            values.forEach(value -> said.with(value.title(), joined(value.value(), value.unit())));
            panel.add(said);
        } else if (values == null) {
            panel.add(new Span(Texts.text("result.noValues")));
        }
        var trends = result.trends();
        if (trends != null && !trends.isEmpty()) {
            panel.add(trends(trends));
        }
        return panel;
    }

    private static Component trends(List<Result.Trend> trends) {
        var pictures = new Div();
        pictures.addClassName("trends");
        pictures.getElement().setAttribute("role", "group");
        pictures.getElement().setAttribute("aria-label", Texts.text("result.trends"));
        trends.forEach(one -> pictures.add(new TrendPicture(one)));
        return pictures;
    }

    private static String joined(@Nullable String value, @Nullable String unit) {
        return ((value == null ? "" : value) + " " + (unit == null ? "" : unit)).strip();
    }

    private @Nullable BiConsumer<ViewerSight, Boolean> consents(Sight sight) {
        return staff.may(Permission.TAG_RESULTS)
                ? (proxy, given) -> askConsent(sight.result(), proxy, given)
                : null;
    }

    private void askConsent(Result result, ViewerSight proxy, boolean given) {
        var key = given ? "consent.give" : "consent.end";
        var words =
                new ReasonDialog.Words(
                        Texts.text(key + ".ask", proxy.name()),
                        Texts.text(key + ".text"),
                        List.of(
                                Texts.text("consent.reason.form"),
                                Texts.text("consent.reason.visit"),
                                Texts.text("consent.reason.call"),
                                Texts.text("reason.other")),
                        Texts.text(key + ".verb"));
        new ReasonDialog(
                        words,
                        state.act(),
                        false,
                        reason -> state.consent(result, proxy, given, reason))
                .open();
    }

    private Component release(Sight sight) {
        var result = sight.result();
        var due = result.dueAt();
        var facts =
                new Facts()
                        .with(Texts.text("result.state"), ReleaseBadge.of(result.state()))
                        .with(
                                Texts.text("results.until"),
                                due == null ? null : Formats.current().full(due))
                        .with(Texts.text("result.statute"), result.statute());
        return new Panel(Texts.text("result.release"), facts, acts(sight));
    }

    private Component acts(Sight sight) {
        var result = sight.result();
        var acts = new Div();
        acts.addClassName("acts");
        if (result.state() == ReleaseState.SCHEDULED && EarlyRelease.mayBeAskedBy(staff)) {
            acts.add(primary("result.act.release", () -> askRelease(result)));
        }
        if (result.hold() == null
                && result.state() != ReleaseState.RETRACTED
                && staff.may(Permission.HOLD_RESULTS)) {
            acts.add(button("result.act.hold", () -> new HoldDialog(state, sight).open()));
        }
        if (result.state() != ReleaseState.RETRACTED && staff.may(Permission.RETRACT_RESULTS)) {
            var retract = button("result.act.retract", () -> askRetract(result));
            retract.addThemeVariants(ButtonVariant.ERROR);
            acts.add(retract);
        }
        return acts;
    }

    private void askRelease(Result result) {
        new ReleaseDialog(state, result).open();
    }

    private void askRetract(Result result) {
        var words =
                new ReasonDialog.Words(
                        Texts.text("result.retract.ask"),
                        Texts.text("result.retract.text"),
                        List.of(
                                Texts.text("result.retract.reason.patient"),
                                Texts.text("result.retract.reason.wrong"),
                                Texts.text("reason.other")),
                        Texts.text("result.retract.verb"));
        new ReasonDialog(words, state.act(), true, reason -> state.retract(result, reason)).open();
    }

    private static Button primary(String key, Runnable act) {
        var button = button(key, act);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static Button button(String key, Runnable act) {
        return new Button(Texts.text(key), _ -> act.run());
    }
}
