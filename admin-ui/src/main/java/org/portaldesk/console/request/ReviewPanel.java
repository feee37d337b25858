package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.review.Conflict;
import org.portaldesk.console.review.ConflictNotice;
import org.portaldesk.console.review.DecidedPanel;
import org.portaldesk.console.review.OnlookersNote;
import org.portaldesk.console.review.Review;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequest.Field;
import org.portaldesk.contract.request.CodeRequestState;

/** One request: what stands in it, whose record it may be about, and the decision. */
final class ReviewPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** Signs of a reviewer at work are told to the server at most this often. */
    private static final int SIGN_OF_WORK_MILLIS = 60_000;

    final ReviewActs acts;
    private final Div outcome = new Div();
    private final transient ReviewState state;
    private final transient Review<CodeRequest> review;
    private final Command next;
    private final Command back;

    /**
     * @param decides whether the person at the screen may decide
     * @param next goes to the next request
     * @param back goes back to the queue, where that is out of sight
     */
    ReviewPanel(ReviewState state, boolean decides, Command next, Command back) {
        this.state = state;
        this.review = state.review();
        this.next = next;
        this.back = back;
        this.acts = new ReviewActs(state, decides);
        getContent().addClassNames("review", "stack");
        var request = new LoadablePanel<>(review.request().signal(), this::show, review::reload, 8);
        getContent().add(new OnlookersNote(review), request);
        Signal.effect(this, () -> follow(review.step().signal().get()));
        for (var sign : new String[] {"pointerdown", "keydown", "wheel"}) {
            getElement()
                    .addEventListener(sign, _ -> review.working(Instant.now()))
                    .throttle(SIGN_OF_WORK_MILLIS);
        }
    }

    private Component show(CodeRequest request) {
        acts.offer(request);
        var all = new Div(head(request), outcome);
        all.addClassName("stack");
        var decision = request.decision();
        if (decision != null) {
            all.add(new DecidedPanel(words(request, decision), decision.patientId(), next));
        }
        all.add(said(request));
        if (Shown.OPEN.states().contains(request.state()) || !request.candidates().isEmpty()) {
            all.add(
                    new Panel(
                            Texts.text("candidates.title"),
                            new Candidates(state, request.candidates())));
        }
        return all;
    }

    private static List<String> words(CodeRequest request, CodeRequest.Decision decision) {
        var words = new ArrayList<String>();
        words.add(
                Conflict.decided(
                        "request.decided." + request.state(), decision.by(), decision.at()));
        if (decision.reason() != null) {
            var kind = request.state() == CodeRequestState.DENIED ? "deny.reason" : "ask.reason";
            words.add(Texts.ofWord(kind, decision.reason()));
        }
        return words;
    }

    private Component head(CodeRequest request) {
        var head = new ReviewHead(request, acts);
        var toQueue = new Button(Texts.text("requests.back"), _ -> back.execute());
        toQueue.addClassName("narrow-only");
        var both = new Div(toQueue, head);
        both.addClassName("stack");
        return both;
    }

    private static Component said(CodeRequest request) {
        var formats = Formats.current();
        var claimed = request.claimed();
        var facts =
                new Facts()
                        .with(Texts.text("request.received"), formats.full(request.receivedAt()))
                        .with(Texts.text("request.source"), Texts.of("source", request.source()))
                        .with(Texts.text("request.wish"), Texts.of("channel", request.deliverBy()))
                        .with(Texts.text("request.note"), claimed.note());
        if (request.candidates().isEmpty()) {
            // With a record beside it, the comparison shows these.
            facts.with(name(Field.BIRTH_DATE), formats.date(claimed.birthDate()))
                    .with(name(Field.SSN_LAST4), claimed.ssnLast4())
                    .with(name(Field.EMAIL), claimed.email())
                    .with(name(Field.PHONE), claimed.phone())
                    .with(name(Field.ADDRESS), claimed.postalAddress());
        }
        return new Panel(Texts.text("request.said"), facts);
    }

    private static String name(Field field) {
        return Texts.of("compare.field", field);
    }

    /** What goes wrong in a dialog is told there; this is for acts without one. */
    private void follow(Act.State<CodeRequest> now) {
        outcome.removeAll();
        if (now instanceof Act.State.Failed<CodeRequest>(var failure)) {
            outcome.add(
                    Conflict.is(failure)
                            ? new ConflictNotice<>(failure, review, () -> {})
                            : new FailureNotice(failure, null));
        }
    }
}
