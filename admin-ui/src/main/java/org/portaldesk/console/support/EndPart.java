package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/** How a verification ended without a window: what to say to the caller, and how it may go on. */
final class EndPart extends Part {

    private static final long serialVersionUID = 1L;

    final Button again = new Button(Texts.text("call.again"));
    private Component first = again;
    private final transient Runnable toNote;

    private EndPart(Runnable toNote) {
        this.toNote = toNote;
        again.setSuffixComponent(Shortcut.VERIFY_AGAIN.hint());
    }

    /** What the caller said was not enough. */
    static EndPart failed(CallState state, int attemptsLeft, boolean mayAsk, Runnable toNote) {
        var part = new EndPart(toNote);
        part.say(Tone.WARN, "failed");
        part.getContent().add(part.refusal(state));
        if (attemptsLeft > 0) {
            part.getContent()
                    .add(new Paragraph(Texts.text("failed.left", attemptsLeft)), part.acts(state));
        } else {
            part.askSupervisor(state, mayAsk);
        }
        return part;
    }

    /** Nobody may even begin: too many have failed. */
    static EndPart held(CallState state, boolean mayAsk, Runnable toNote) {
        var part = new EndPart(toNote);
        part.say(Tone.WARN, "heldCall");
        part.getContent().add(part.refusal(state));
        part.askSupervisor(state, mayAsk);
        return part;
    }

    /** The agent has given up. */
    static EndPart givenUp(CallState state, Runnable toNote) {
        var part = new EndPart(toNote);
        part.say(Tone.QUIET, "givenUp");
        part.getContent().add(part.acts(state));
        return part;
    }

    /** The window is over. */
    static EndPart closed(CallState state, Runnable toNote) {
        var part = new EndPart(toNote);
        part.say(Tone.QUIET, "closed");
        part.getContent().add(part.acts(state));
        return part;
    }

    private void say(Tone tone, String what) {
        var badge = new StatusBadge(tone, Texts.text(what + ".title"));
        badge.getElement().setAttribute("role", "status");
        getContent().add(new Div(badge), new Paragraph(Texts.text(what + ".text")));
    }

    private void askSupervisor(CallState state, boolean mayAsk) {
        var ask = new AskSupervisor(state, mayAsk);
        first = ask.reason;
        getContent().add(ask);
    }

    private Div acts(CallState state) {
        again.addClickListener(_ -> state.again());
        var acts = new Div(again);
        acts.addClassName("acts");
        return acts;
    }

    /** Saying no is as easy as saying yes: the words are there, in the patient's language, too. */
    private Panel refusal(CallState state) {
        var panel =
                new Panel(Texts.text("refusal.title"), new Paragraph(Texts.text("refusal.words")));
        state.patient()
                .value()
                .map(patient -> Locale.forLanguageTag(patient.language()))
                .filter(Languages::spoken)
                .filter(one -> !one.getLanguage().equals(getLocale().getLanguage()))
                .ifPresent(one -> panel.add(translated(one)));
        return panel;
    }

    private static Paragraph translated(Locale language) {
        var words = new Paragraph(Texts.textIn(language, "refusal.words"));
        words.addClassName("translated");
        words.getElement().setAttribute("lang", language.getLanguage());
        return words;
    }

    @Override
    void next() {
        toNote.run();
    }

    @Override
    void begin() {
        Focus.on(first);
    }
}
