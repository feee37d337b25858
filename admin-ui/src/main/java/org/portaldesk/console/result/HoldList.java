package org.portaldesk.console.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultHold;

/** Holds that stand, the soonest to end first; those of a determiner with a button to confirm. */
final class HoldList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final CaseList<ResultHold> list;
    private final Div outcome = new Div();
    private final transient ResultsState state;

    /**
     * @param confirms whether each is offered to be confirmed
     */
    HoldList(ResultsState state, String label, Component empty, boolean confirms) {
        this.state = state;
        list = list(label, empty, confirms);
        getContent().add(outcome, list);
        state.confirmation().reset();
        Signal.effect(this, () -> follow(state.confirmation().signal().get()));
    }

    private CaseList<ResultHold> list(String label, Component empty, boolean confirms) {
        var shown = new CaseList<>(state.holds(), ResultHold::id, label);
        shown.addClassName("panel");
        shown.whenEmpty(empty);
        var grid = shown.grid();
        grid.addColumn(
                        new ComponentRenderer<>(
                                hold -> new PatientLink(hold.patientId(), hold.patientName())))
                .setHeader(Texts.text("results.patient"))
                .setFlexGrow(2);
        grid.addColumn(
                        new ComponentRenderer<>(
                                hold -> ResultNavigation.link(hold.resultId(), hold.title())))
                .setHeader(Texts.text("results.result"))
                .setFlexGrow(3);
        grid.addColumn(hold -> Texts.of("hold.basis", hold.basis()))
                .setHeader(Texts.text("hold.basis"))
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(HoldList::until))
                .setHeader(Texts.text("results.until"))
                .setFlexGrow(2);
        if (confirms) {
            grid.addColumn(new ComponentRenderer<>(this::confirm))
                    .setHeader(Texts.text("hold.confirmation"))
                    .setFlexGrow(1);
        }
        shown.onOpen(hold -> ResultNavigation.open(UI.getCurrent(), hold.resultId()));
        return shown;
    }

    private static Component until(ResultHold hold) {
        var badge = Unconfirmed.badge(hold);
        var lines = new Div(new DueClock(hold.endsAt()), badge == null ? new Span() : badge);
        lines.addClassName("lines");
        return lines;
    }

    private Button confirm(ResultHold hold) {
        return new Button(Texts.text("hold.act.confirm"), _ -> state.confirm(hold));
    }

    private void follow(Act.State<Result> now) {
        outcome.removeAll();
        if (now instanceof Act.State.Failed<Result>(var failure)) {
            outcome.add(new RuleNotice(failure));
        }
    }
}
