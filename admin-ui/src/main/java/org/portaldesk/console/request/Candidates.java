package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.ComparisonTable;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.console.widget.Verdict;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.request.CodeRequest.Candidate;

/** The records that a request may be about, best first, and the chosen one beside the request. */
final class Candidates extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<Candidate> choice = new RadioButtonGroup<>();
    private final Div comparison = new Div();
    private final transient List<Candidate> candidates;

    Candidates(ReviewState state, List<Candidate> candidates) {
        this.candidates = candidates;
        getContent().addClassName("candidates");
        if (candidates.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    Glyph.SEARCH,
                                    Texts.text("candidates.none.title"),
                                    Texts.text("candidates.none.text")));
            return;
        }
        choice.setItems(candidates);
        choice.setAriaLabel(Texts.text("candidates.title"));
        choice.setRenderer(new ComponentRenderer<>(Candidates::option));
        choice.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        state.choose(candidates.indexOf(change.getValue()));
                    }
                });
        getContent().add(choice, comparison);
        Signal.effect(this, () -> show(state.candidate().get()));
    }

    private void show(int chosen) {
        var candidate = candidates.get(Math.min(chosen, candidates.size() - 1));
        choice.setValue(candidate);
        comparison.removeAll();
        comparison.add(
                new ComparisonTable(candidate),
                new PatientLink(
                        candidate.patientId(), Texts.text("candidates.open", candidate.name())));
    }

    private static Component option(Candidate candidate) {
        var detail = new Paragraph(Verdict.detail(candidate));
        detail.addClassName("secondary");
        var name = new Paragraph(candidate.name());
        name.add(badges(candidate));
        var option = new Div(name, detail);
        option.addClassName("option");
        return option;
    }

    /** What stands against a code for this person, seen before anybody tries. */
    private static Span badges(Candidate candidate) {
        var badges = new Span();
        badges.addClassName("badges");
        if (candidate.deceased()) {
            badges.add(new StatusBadge(Tone.DANGER, Texts.text("banner.deceased")));
        }
        var account = candidate.account();
        if (account != null && account != AccountState.NONE) {
            var tone = account == AccountState.PENDING ? Tone.LIVE : Tone.WARN;
            badges.add(
                    new StatusBadge(
                            tone, Texts.text("candidates.account", Texts.of("account", account))));
        }
        return badges;
    }
}
