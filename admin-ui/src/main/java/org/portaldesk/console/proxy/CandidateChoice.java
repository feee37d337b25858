package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.ComparisonTable;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.console.widget.Verdict;
import org.portaldesk.contract.request.CodeRequest.Candidate;

/** The records that somebody may be, best first, and the chosen one beside what was claimed. */
final class CandidateChoice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<Optional<Candidate>> choice = new RadioButtonGroup<>();
    private final Div comparison = new Div();

    /**
     * @param none what choosing nobody means; nobody cannot be chosen where there is none
     * @param chosen hears of each choice
     */
    CandidateChoice(
            String label,
            List<Candidate> candidates,
            @Nullable String none,
            @Nullable UUID first,
            SerializableConsumer<@Nullable UUID> chosen) {
        getContent().addClassName("candidates");
        var options = new ArrayList<Optional<Candidate>>();
        candidates.forEach(one -> options.add(Optional.of(one)));
        if (none != null) {
            options.add(Optional.empty());
        }
        choice.setItems(options);
        choice.setLabel(label);
        choice.setRenderer(
                new ComponentRenderer<>(
                        one -> one.map(CandidateChoice::option).orElseGet(() -> nobody(none))));
        var begin = candidates.stream().filter(one -> one.patientId().equals(first)).findFirst();
        choice.setValue(begin);
        show(begin);
        choice.addValueChangeListener(
                change -> {
                    show(change.getValue());
                    chosen.accept(change.getValue().map(Candidate::patientId).orElse(null));
                });
        getContent().add(choice, comparison);
    }

    private void show(Optional<Candidate> candidate) {
        comparison.removeAll();
        candidate.ifPresent(
                one ->
                        comparison.add(
                                new ComparisonTable(one),
                                new PatientLink(
                                        one.patientId(),
                                        Texts.text("candidates.open", one.name()))));
    }

    private static Component nobody(@Nullable String words) {
        var option = new Div(new Paragraph(words == null ? "" : words));
        option.addClassName("option");
        return option;
    }

    private static Component option(Candidate candidate) {
        var detail = new Paragraph(Verdict.detail(candidate));
        detail.addClassName("secondary");
        var name = new Paragraph(new Span(candidate.name()));
        if (candidate.deceased()) {
            var badges = new Span(new StatusBadge(Tone.DANGER, Texts.text("banner.deceased")));
            badges.addClassName("badges");
            name.add(badges);
        }
        var option = new Div(name, detail);
        option.addClassName("option");
        return option;
    }
}
