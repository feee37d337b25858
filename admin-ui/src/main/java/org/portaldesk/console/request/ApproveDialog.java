package org.portaldesk.console.request;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.review.ReviewDialog;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.console.widget.Verdict;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Outcome;
import org.portaldesk.contract.request.DeliverBy;

/** Approving: who gets a code, by which way, and all that comes of it. */
final class ApproveDialog extends ReviewDialog<CodeRequest> {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<DeliverBy> channel = new RadioButtonGroup<>();
    private final transient ReviewState state;
    private final transient Candidate candidate;

    ApproveDialog(ReviewState state, CodeRequest request, Candidate candidate) {
        super(
                state.review(),
                Texts.text("approve.title", candidate.name()),
                Texts.text("approve.verb"),
                "approve.done");
        this.state = state;
        this.candidate = candidate;
        channel.setLabel(Texts.text("approve.channel"));
        channel.setItems(DeliverBy.values());
        channel.setItemLabelGenerator(
                one ->
                        Texts.text(
                                one == request.deliverBy()
                                        ? "approve.channel.wished"
                                        : "approve.channel.other",
                                Texts.of("channel", one)));
        channel.setValue(request.deliverBy());
        channel.addValueChangeListener(_ -> update());
        fill(
                new Paragraph(
                        Texts.text("approve.who", Objects.requireNonNullElse(candidate.mrn(), ""))),
                consequences(),
                channel);
    }

    private UnorderedList consequences() {
        var list = new UnorderedList();
        list.addClassName("consequences");
        if (Verdict.count(candidate, Outcome.MISMATCH) > 0) {
            var differs = new StatusBadge(Tone.WARN, Texts.text("approve.differs", differing()));
            differs.addClassName("wraps");
            list.add(new ListItem(differs));
        }
        list.add(new ListItem(Texts.text("approve.issues")));
        if (candidate.account() == AccountState.PENDING) {
            list.add(new ListItem(Texts.text("approve.replaces")));
        }
        list.add(new ListItem(Texts.text("approve.tells")));
        return list;
    }

    private String differing() {
        return candidate.fields().stream()
                .filter(one -> one.outcome() == Outcome.MISMATCH)
                .map(one -> Texts.of("compare.field", one.field()))
                .collect(Collectors.joining(", "));
    }

    @Override
    protected boolean ready() {
        return channel.getValue() != null;
    }

    @Override
    protected void start() {
        state.approve(candidate.patientId(), channel.getValue());
    }

    @Override
    protected void addHelp(Div place, ApiFailure failure) {
        if (failure instanceof ApiFailure.Refused refused
                && refused.code() == ProblemCode.CONTACT_COLLISION) {
            place.add(new PatientLink(candidate.patientId(), Texts.text("approve.secondPerson")));
        }
    }
}
