package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.account.SignIn;

/** Who has signed in to an account lately, or tried. */
final class SignInList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 3;

    private final transient CursorList<SignIn> signIns;

    SignInList(CursorList<SignIn> signIns) {
        this.signIns = signIns;
        getContent()
                .add(
                        new LoadablePanel<>(
                                signIns.signal(), this::show, signIns::reload, SKELETON_LINES));
    }

    private Component show(CursorList.Rows<SignIn> rows) {
        if (rows.items().isEmpty()) {
            var nothing = new Span(Texts.text("signIns.none"));
            nothing.addClassName("secondary");
            return nothing;
        }
        var list = new OrderedList();
        list.addClassName("sign-ins");
        rows.items().forEach(one -> list.add(item(one)));
        var all = new Div(list);
        if (rows.next() != null) {
            all.add(new ListFooter(rows, signIns));
        }
        return all;
    }

    private static ListItem item(SignIn one) {
        var when = new Span(Formats.current().moment(one.at()));
        when.addClassName("timeline-when");
        when.setTitle(Formats.current().full(one.at()));
        var what = new Div(badge(one.outcome()));
        what.addClassName("lines");
        what.add(secondary(one));
        return new ListItem(when, what);
    }

    private static Span secondary(SignIn one) {
        var words = new Span();
        var from = one.address() == null ? "" : Texts.text("signIns.from", one.address());
        var cause = one.cause() == null ? "" : Texts.ofWord("signIn.cause", one.cause());
        words.setText(
                from.isEmpty() || cause.isEmpty()
                        ? from + cause
                        : Texts.text("signIns.both", cause, from));
        words.addClassName("secondary");
        return words;
    }

    private static StatusBadge badge(SignIn.Outcome outcome) {
        var tone =
                switch (outcome) {
                    case SUCCEEDED -> Tone.GOOD;
                    case FAILED -> Tone.WARN;
                    case LOCKED_OUT -> Tone.LOCKED;
                };
        return new StatusBadge(tone, Texts.of("signIn", outcome));
    }
}
