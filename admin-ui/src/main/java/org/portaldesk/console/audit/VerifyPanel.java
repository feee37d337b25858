package org.portaldesk.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import org.portaldesk.console.audit.VerificationState.Outcome;
import org.portaldesk.console.audit.VerificationState.Run;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.audit.AuditVerification.Finding;

/** Holds the whole record against its seal when asked to, and says what came of it. */
final class VerifyPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    final Button verify;
    final Button stop = new Button(Texts.text("verify.stop"), _ -> stop());
    private final ProgressBar bar = new ProgressBar();
    private final Div progress = new Div();
    private final Div now = new Div();
    private final Div outcome = new Div();
    private final transient VerificationState state;

    VerifyPanel(VerificationState state) {
        this.state = state;
        verify = new Button(Texts.text("verify.verb"), _ -> state.start());
        verify.addThemeVariants(ButtonVariant.PRIMARY);
        verify.setSuffixComponent(Shortcut.VERIFY_RECORD.hint());
        Shortcut.VERIFY_RECORD.on(this, state::start);
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", Texts.text("verify.runs"));
        now.getElement().setAttribute("role", "status");
        progress.addClassName("verifying");
        getContent().withActs(stop, verify);
        getContent().add(new Paragraph(Texts.text("verify.text")), progress, now, outcome);
        Signal.effect(this, () -> follow(state.run().get()));
        Signal.effect(this, () -> tell(state.last().get()));
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("verify.title"));
    }

    private void stop() {
        state.stop();
        verify.focus();
    }

    private void follow(Run run) {
        var runs = run instanceof Run.Running;
        verify.setVisible(!runs);
        stop.setVisible(runs);
        progress.removeAll();
        now.removeAll();
        switch (run) {
            case Run.None(), Run.Ended() -> {}
            case Run.Running(var checked) ->
                    progress.add(bar, new Span(Texts.text("verify.sofar", checked)));
            case Run.Stopped(var checked) ->
                    now.add(new StatusBadge(Tone.WATCH, Texts.text("verify.stopped", checked)));
            case Run.Failed(var failure) -> now.add(new FailureNotice(failure, state::start));
        }
    }

    private void tell(Optional<Outcome> last) {
        outcome.removeAll();
        outcome.addClassName("verified");
        outcome.add(last.map(VerifyPanel::told).orElseGet(VerifyPanel::never));
    }

    private static Component never() {
        var words = new Paragraph(Texts.text("verify.never"));
        words.addClassName("secondary");
        return words;
    }

    private static Component told(Outcome last) {
        var result = last.result();
        var badge =
                result.intact()
                        ? new StatusBadge(Tone.GOOD, Texts.text("verify.intact"))
                        : new StatusBadge(
                                Tone.DANGER, Texts.text("verify.broken", result.findings().size()));
        var told = new Div(new Div(badge), new Paragraph(checked(last)));
        told.addClassName("stack");
        if (!result.intact()) {
            told.add(new Paragraph(Texts.text("verify.whatNow")), findings(result.findings()));
        }
        return told;
    }

    private static String checked(Outcome last) {
        var sealed = last.result().sealedUpTo();
        var checked =
                Texts.text(
                        "verify.checked",
                        last.result().checked(),
                        Formats.current().full(last.at()));
        return sealed == null
                ? checked
                : checked + " " + Texts.text("verify.upTo", Formats.current().full(sealed));
    }

    private static Component findings(List<Finding> findings) {
        var list = new OrderedList();
        list.addClassName("findings");
        for (var finding : findings) {
            var what = new Span(FindingWords.what(finding));
            var where = new Span(FindingWords.where(finding));
            where.addClassName("secondary");
            list.add(new ListItem(what, where));
        }
        return list;
    }
}
