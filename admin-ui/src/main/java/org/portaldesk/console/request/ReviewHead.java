package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.review.Claims;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestState;

/** Whose request it is, how long there is, who works on it; always in sight. */
final class ReviewHead extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    ReviewHead(CodeRequest request, Component acts) {
        getContent().addClassNames("panel", "review-head");
        var name =
                new H2(
                        Texts.text(
                                "request.name",
                                request.claimed().familyName(),
                                request.claimed().givenName()));
        var reference = new Span(request.reference());
        reference.addClassNames("secondary", "reference");
        var line = new Div(name, reference, state(request), claim(request));
        line.addClassName("review-line");
        getContent().add(line, acts);
    }

    private static Component state(CodeRequest request) {
        return switch (request.state()) {
            case SUBMITTED, IN_REVIEW -> new DueClock(request.dueAt());
            case NEEDS_INFORMATION -> badge(Tone.QUIET, request.state());
            case APPROVED -> badge(Tone.GOOD, request.state());
            case DENIED -> badge(Tone.WARN, request.state());
        };
    }

    private static StatusBadge badge(Tone tone, CodeRequestState state) {
        return new StatusBadge(tone, Texts.of("request.state", state));
    }

    private static Span claim(CodeRequest request) {
        var claim = request.claim();
        var words = new Span();
        if (claim != null) {
            words.setText(Claims.words(claim));
        }
        words.addClassName("claim");
        return words;
    }
}
