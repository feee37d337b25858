package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.result.ResultState.Sight;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ResultHold.Confirmation.State;
import org.portaldesk.contract.result.ResultHold.Review.Outcome;
import org.portaldesk.contract.result.ViewerSight;

/** The hold that stands: why, by whom, from whom, until when, and its review. */
final class HoldPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient ResultState state;
    private final transient Sight sight;
    private final transient ResultHold hold;
    private final Div outcome = new Div();

    HoldPanel(ResultState state, Sight sight, Staff staff) {
        this.state = state;
        this.sight = sight;
        this.hold = Objects.requireNonNull(sight.result().hold());
        var badge = Unconfirmed.badge(hold);
        if (badge != null) {
            getContent().add(badge);
        }
        getContent().add(facts(), acts(staff), outcome);
        state.act().reset();
        Signal.effect(this, () -> follow(state.act().signal().get()));
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("hold.title"));
    }

    private Facts facts() {
        var formats = Formats.current();
        var by = hold.determinedBy();
        var seen = hold.firstSeenAt();
        var harm = hold.harmType();
        return new Facts()
                .with(Texts.text("hold.basis"), Texts.of("hold.basis", hold.basis()))
                .with(Texts.text("hold.harm"), harm == null ? null : Texts.of("hold.harm", harm))
                .with(Texts.text("hold.from"), from())
                .with(Texts.text("hold.determiner"), joined(by.name(), by.licence()))
                .with(Texts.text("hold.facts"), hold.facts())
                .with(
                        Texts.text("hold.recorded"),
                        hold.placedBy() + ", " + formats.moment(hold.placedAt()))
                .with(Texts.text("hold.seenBefore"), seen == null ? null : formats.moment(seen))
                .with(Texts.text("hold.ends"), formats.full(hold.endsAt()))
                .with(Texts.text("hold.confirmation"), Unconfirmed.words(hold))
                .with(Texts.text("hold.review"), review());
    }

    /** Dialogs show their own refusals; this is what the button without a dialog has come to. */
    private void follow(Act.State<Result> now) {
        outcome.removeAll();
        if (now instanceof Act.State.Failed<Result>(var failure)) {
            outcome.add(new RuleNotice(failure));
        }
    }

    private boolean awaitsConfirmation() {
        var confirmation = hold.confirmation();
        return confirmation != null && confirmation.state() == State.AWAITED;
    }

    private @Nullable String review() {
        var review = hold.review();
        return review == null
                ? Texts.text("hold.review.due", Formats.current().moment(hold.reviewAt()))
                : Texts.of("hold.outcome", review.outcome())
                        + ": "
                        + review.note()
                        + " ("
                        + review.by()
                        + ")";
    }

    private String from() {
        var from = hold.withheldFrom();
        var names = new ArrayList<String>();
        if (from.patient()) {
            names.add(Texts.text("who.patient"));
        }
        if (from.proxies().all()) {
            names.add(Texts.text("hold.from.all"));
        }
        sight.proxies().stream()
                .filter(one -> from.proxies().grants().toString().contains(one.viewer()))
                .map(ViewerSight::name)
                .forEach(names::add);
        return String.join(", ", names);
    }

    private Div acts(Staff staff) {
        var acts = new Div();
        acts.addClassName("acts");
        if (staff.may(Permission.CONFIRM_HOLDS) && awaitsConfirmation()) {
            acts.add(
                    new Button(
                            Texts.text("hold.act.confirm"),
                            _ -> state.confirmHold(sight.result())));
        }
        if (staff.may(Permission.END_HOLDS)) {
            acts.add(new Button(Texts.text("hold.act.end"), _ -> askEnd()));
        }
        if (staff.may(Permission.REVIEW_HOLDS) && hold.review() == null) {
            acts.add(
                    new Button(
                            Texts.text("hold.act.uphold"),
                            _ -> askReview("hold.uphold", Outcome.UPHELD)),
                    new Button(
                            Texts.text("hold.act.overturn"),
                            _ -> askReview("hold.overturn", Outcome.OVERTURNED)));
        }
        if (staff.may(Permission.WRITE_DENIALS)) {
            acts.add(
                    new Button(
                            Texts.text("hold.act.letter"),
                            _ -> new DenialDialog(state, sight, hold).open()));
        }
        return acts;
    }

    private void askEnd() {
        new ReasonDialog(
                        wording("hold.end", List.of("passed", "recorded")),
                        state.act(),
                        false,
                        reason -> state.endHold(sight.result(), reason))
                .open();
    }

    private void askReview(String kind, Outcome outcome) {
        new ReasonDialog(
                        wording(kind, List.of("clinical")),
                        state.act(),
                        false,
                        note -> state.review(sight.result(), outcome, note))
                .open();
    }

    private static ReasonDialog.Words wording(String kind, List<String> reasons) {
        var choices = new ArrayList<String>();
        reasons.forEach(reason -> choices.add(Texts.text(kind + ".reason." + reason)));
        choices.add(Texts.text("reason.other"));
        return new ReasonDialog.Words(
                Texts.text(kind + ".ask"),
                Texts.text(kind + ".text"),
                choices,
                Texts.text(kind + ".verb"));
    }

    private static String joined(@Nullable String one, @Nullable String other) {
        return (one == null ? "" : one) + (other == null ? "" : ", " + other);
    }
}
