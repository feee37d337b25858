package org.portaldesk.console.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.result.ResultsState.Ended;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.BulkPlan;
import org.portaldesk.contract.result.BulkPlan.Candidate;

/** What an act would do to each of many results, then how it goes, then what came of it. */
final class BulkDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 4;

    final Button confirm;
    final Button retry;
    final Button stop;
    private final Div outcome = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Button close = new Button(Texts.text("cancel"), _ -> close());
    private final transient ResultsState state;
    private transient @Nullable BulkJob ended;

    BulkDialog(ResultsState state, BulkAct act) {
        this.state = state;
        setHeaderTitle(Texts.of("bulk.title", act));
        setWidth("36rem");
        confirm = new Button(Texts.of("bulk.verb", act), _ -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        confirm.setEnabled(false);
        retry = new Button(Texts.text("bulk.retry"), _ -> retry());
        retry.setVisible(false);
        stop = new Button(Texts.text("bulk.stop"), _ -> state.stop());
        stop.setVisible(false);
        bar.setVisible(false);
        bar.getElement().setAttribute("aria-label", Texts.text("bulk.progress"));
        outcome.getElement().setAttribute("role", "status");
        Shortcut.CONFIRM.within(this, this::confirm);
        add(
                new LoadablePanel<>(state.plan().signal(), this::plan, () -> {}, SKELETON_LINES),
                bar,
                outcome);
        getFooter().add(close, stop, retry, confirm);
        Signal.effect(this, () -> follow(state.job().signal().get()));
        Signal.effect(this, () -> progress(state.progress().signal().get()));
    }

    private void confirm() {
        if (confirm.isEnabled() && confirm.isVisible()) {
            state.carryOut();
        }
    }

    private void retry() {
        if (ended != null) {
            state.retry(ended);
        }
    }

    private Component plan(BulkPlan plan) {
        confirm.setEnabled(!plan.will().isEmpty());
        var shown = new Div();
        shown.add(new Paragraph(Texts.text("bulk.will", plan.will().size())));
        if (!plan.willNot().isEmpty()) {
            shown.add(
                    new Paragraph(Texts.text("bulk.willNot", plan.willNot().size())),
                    reasons(plan.willNot()));
        }
        return shown;
    }

    private static UnorderedList reasons(List<Candidate> candidates) {
        return counted(candidates.stream().map(BulkDialog::reason));
    }

    /** Each reason once, with how many it concerns. */
    private static UnorderedList counted(Stream<String> reasons) {
        var counts = new TreeMap<String, Integer>();
        reasons.forEach(one -> counts.merge(one, 1, Integer::sum));
        var list = new UnorderedList();
        counts.forEach(
                (reason, count) ->
                        list.add(new ListItem(Texts.text("bulk.reason", count, reason))));
        return list;
    }

    private static String reason(Candidate one) {
        var state = one.state();
        if ("STATE_CONFLICT".equals(one.rule()) && state != null) {
            return Texts.of("release", state);
        }
        return Texts.ofWord("rule", String.valueOf(one.rule())) + " (" + one.citation() + ")";
    }

    private void progress(Loadable<BulkJob> now) {
        if (now instanceof Loadable.Loaded<BulkJob>(var job)) {
            bar.setMax(Math.max(1, job.total()));
            bar.setValue(job.total() - job.waiting());
        }
    }

    private void follow(Act.State<Ended> now) {
        outcome.removeAll();
        bar.setVisible(now instanceof Act.State.Running<Ended>);
        stop.setVisible(bar.isVisible());
        switch (now) {
            case Act.State.Idle<Ended>() -> {}
            case Act.State.Running<Ended>() -> {
                confirm.setEnabled(false);
                retry.setVisible(false);
            }
            case Act.State.Done<Ended>(var over) -> done(over);
            case Act.State.Failed<Ended>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                confirm.setEnabled(true);
            }
        }
    }

    private void done(Ended over) {
        var job = over.job();
        ended = job;
        var again = job.refused() + job.failed();
        confirm.setVisible(false);
        close.setText(Texts.text("bulk.close"));
        outcome.add(new Paragraph(Texts.text("bulk.done", job.done(), again + job.cancelled())));
        if (!over.undone().isEmpty()) {
            outcome.add(counted(over.undone().stream().map(BulkDialog::reason)));
        }
        retry.setVisible(again > 0);
        close.focus();
    }

    private static String reason(BulkJob.Row row) {
        var words = Texts.ofWord("rule", String.valueOf(row.rule()));
        return row.citation() == null ? words : words + " (" + row.citation() + ")";
    }
}
