package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.review.Conflict;
import org.portaldesk.console.review.ConflictNotice;
import org.portaldesk.console.review.DecidedPanel;
import org.portaldesk.console.review.OnlookersNote;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Kept;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;

/**
 * One request: its form on one side, what it claims, what is on record, the rule and the decision
 * on the other. Parts that do not change stay as they are while the request is read anew.
 */
final class ReviewDesk extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** What the parts about people are made of. */
    private record Told(ProxyRequest request) {

        private List<Object> parts() {
            return List.of(
                    Optional.ofNullable(request.patient()),
                    Optional.ofNullable(request.claimedPatient()),
                    request.proxy(),
                    request.patientCandidates(),
                    request.proxyCandidates(),
                    request.suggestedContacts());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Told told && parts().equals(told.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }
    }

    final ReviewActs acts;
    @Nullable ChecklistPanel checklist;
    private final Div head = new Div();
    private final Div outcome = new Div();
    private final Div decision = new Div();
    private final Div proposed = new Div();
    private final Div check = new Div();
    private final Kept<Told> people;
    private final Div rule = new Div();
    private final Div beside = new Div();
    private final AddPages addPages;
    private final transient ProxyReviewState state;
    private final boolean decides;
    private final Command next;
    private @Nullable ReviewHead asks;
    private List<Object> checked = List.of();

    ReviewDesk(ProxyReviewState state, Staff staff, Command next) {
        this.state = state;
        this.next = next;
        this.decides = staff.may(Permission.DECIDE_PROXY_REQUESTS);
        this.acts = new ReviewActs(state, staff, this::showMissing);
        this.people = new Kept<>(told -> new PeoplePanel(state, told.request()));
        this.addPages = new AddPages(state);
        addPages.setVisible(staff.may(Permission.RECORD_PROXY_REQUESTS));
        head.addClassNames("panel", "review-head");
        getContent().addClassNames("stack", "proxy-review");
        var form = new Div(new FormViewer(state.form()), addPages);
        form.addClassNames("stack", "form-side");
        var data = new Div(proposed, people, rule, check, beside);
        data.addClassNames("stack", "data-side");
        var split = new Div(form, data);
        split.addClassName("split");
        head.add(new OnlookersNote(state.review()), acts, outcome, decision);
        getContent().add(head, split);
        Signal.effect(this, () -> follow(state.review().step().signal().get()));
    }

    void show(ProxyRequest request) {
        acts.offer(request);
        if (asks != null) {
            head.remove(asks);
        }
        asks = new ReviewHead(request);
        head.addComponentAsFirst(asks);
        rule.removeAll();
        rule.add(new RulePanel(request));
        people.show(new Told(request));
        beside.removeAll();
        beside.add(new BesidePanel(request));
        tellDecision(request);
        addPages.offer(Shown.isOpen(request.state()));
        check(request);
    }

    private void tellDecision(ProxyRequest request) {
        decision.removeAll();
        proposed.removeAll();
        if (request.decision() != null) {
            var patient = request.patient();
            decision.add(
                    new DecidedPanel(
                            words(request, request.decision()),
                            patient == null ? null : patient.id(),
                            next));
        }
        papers(request).ifPresent(request.decision() == null ? proposed::add : decision::add);
        if (request.proposed() != null) {
            proposed.add(new ProposedPanel(request.proposed()));
        }
    }

    private static List<String> words(ProxyRequest request, ProxyRequest.Decision decision) {
        var words = new ArrayList<String>();
        words.add(
                Conflict.decided("proxy.decided." + request.state(), decision.by(), decision.at()));
        if (decision.firstBy() != null) {
            words.add(Texts.text("proxy.firstBy", decision.firstBy()));
        }
        if (decision.reason() != null) {
            words.add(
                    request.state() == ProxyRequestState.DENIED
                            ? Texts.ofWord("proxy.deny.reason", decision.reason())
                            : decision.reason());
        }
        return words;
    }

    /** What the documents were found to be by whoever decided or proposed. */
    private static Optional<Paragraph> papers(ProxyRequest request) {
        var words =
                request.documents().stream()
                        .filter(one -> one.type() != null)
                        .map(ReviewDesk::paper)
                        .collect(Collectors.joining(" · "));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paragraph(Texts.text("papers.found", words)));
    }

    private static String paper(ProxyRequest.Document document) {
        var name = Texts.ofWord("paper", String.valueOf(document.type()));
        return document.endsOn() == null
                ? name
                : Texts.text("papers.until", name, Formats.current().date(document.endsOn()));
    }

    /** Made anew only when its questions change: what was ticked stays in sight and in focus. */
    private void check(ProxyRequest request) {
        var held = request.claim();
        boolean ticks =
                decides && Claims.isMine(held) && request.state() == ProxyRequestState.IN_REVIEW;
        boolean open =
                Shown.isOpen(request.state())
                        && request.state() != ProxyRequestState.AWAITING_SECOND_APPROVAL;
        var now =
                List.<Object>of(
                        open, ticks, request.accessClass(), request.documents(), request.areas());
        if (now.equals(checked)) {
            return;
        }
        checked = now;
        check.removeAll();
        checklist = open ? new ChecklistPanel(state, request, ticks) : null;
        if (checklist != null) {
            check.add(checklist);
        }
    }

    private void showMissing() {
        if (checklist != null) {
            checklist.focusFirst();
        }
    }

    /** What goes wrong in a dialog is told there; this is for acts without one. */
    private void follow(Act.State<ProxyRequest> now) {
        outcome.removeAll();
        if (now instanceof Act.State.Failed<ProxyRequest>(var failure)) {
            outcome.add(
                    Conflict.is(failure)
                            ? new ConflictNotice<>(failure, state.review(), () -> {})
                            : new FailureNotice(failure, null));
        }
    }
}
