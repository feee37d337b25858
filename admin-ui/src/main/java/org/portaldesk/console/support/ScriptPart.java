package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.Signal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.VerificationApi;

/**
 * The script: one question at a time, what to say, and one box for what the caller says. What was
 * typed leaves the screen with the key that sends it; nothing here tells whether it was right.
 */
final class ScriptPart extends Part {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_ANSWER = 300;

    final TextField said = new TextField();
    final Button send = new Button(Texts.text("script.sendCode"), _ -> sendCode());
    final Button skip = new Button(Texts.text("script.skip"), _ -> skip());
    final Button compare = new Button(Texts.text("script.compare"), _ -> compare());
    final Button next = new Button(Texts.text("script.next"), _ -> next());
    private final Span step = new Span();
    private final ScriptSteps steps;
    private final H3 prompt = new H3();
    private final Paragraph translated = new Paragraph();
    private final Paragraph help = new Paragraph(Texts.text("script.help"));
    private final Paragraph enough = new Paragraph(Texts.text("script.enough"));
    private final Paragraph noCode = new Paragraph(Texts.text("script.noCode"));
    private final Div codeOutcome = new Div();
    private final Div outcome = new Div();
    private final transient CallState state;
    private Script script;
    private @Nullable Fact asked;

    ScriptPart(CallState state, Script script) {
        this.state = state;
        this.script = script;
        this.steps = new ScriptSteps(this::askAgain);
        prompt.setId("script-prompt");
        translated.addClassName("translated");
        help.addClassName("secondary");
        enough.addClassName("secondary");
        noCode.addClassName("secondary");
        prepareSaid();
        getContent()
                .add(
                        head(),
                        steps,
                        prompt,
                        translated,
                        said,
                        help,
                        outcome,
                        codeOutcome,
                        acts(),
                        enough,
                        noCode);
        Signal.effect(this, () -> show(state.stage().get()));
        Signal.effect(this, () -> follow(state.answer().signal().get()));
        Signal.effect(this, () -> followEnd(state.end().signal().get()));
        Signal.effect(this, () -> followCode(state.sendCode().signal().get()));
    }

    private void prepareSaid() {
        said.addClassName("said");
        said.setMaxLength(LONGEST_ANSWER);
        said.setAriaLabelledBy("script-prompt");
        said.setWidthFull();
        // The browser shall not remember, correct or offer what callers say.
        for (var habit : new String[] {"autocomplete", "autocorrect", "autocapitalize"}) {
            said.getElement().setAttribute(habit, "off");
        }
        said.getElement().setAttribute("spellcheck", "false");
        said.getElement().setAttribute("data-1p-ignore", true);
    }

    private Component head() {
        step.getElement().setAttribute("role", "status");
        var left = new Span(Texts.text("script.attempts", script.verification().attemptsLeft()));
        var head = new Div(step, left);
        head.addClassNames("script-head", "secondary");
        return head;
    }

    private Component acts() {
        send.setSuffixComponent(Shortcut.SEND_CODE.hint());
        skip.setSuffixComponent(Shortcut.SKIP_STEP.hint());
        compare.setSuffixComponent(Shortcut.COMPARE.hint());
        next.setSuffixComponent(Shortcut.NEXT_STEP.hint());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        var giveUp = new Button(Texts.text("script.giveUp"), _ -> giveUp());
        giveUp.addThemeVariants(ButtonVariant.ERROR);
        giveUp.setSuffixComponent(Shortcut.GIVE_UP.hint());
        var acts = new Div(next, skip, send, compare, giveUp);
        acts.addClassName("acts");
        return acts;
    }

    @Override
    void begin() {
        said.focus();
    }

    @Override
    void next() {
        if (state.answer().running().peek() || state.end().running().peek()) {
            return;
        }
        script.current().ifPresentOrElse(line -> answer(line.fact()), this::compare);
    }

    private void answer(Fact fact) {
        var words = said.getValue().strip();
        if (words.isEmpty()) {
            said.setErrorMessage(Texts.text("script.empty"));
            said.setInvalid(true);
            return;
        }
        forget();
        state.answer(fact, words);
    }

    private void forget() {
        said.clear();
        said.setInvalid(false);
    }

    void skip() {
        forget();
        state.skip();
    }

    void compare() {
        if (script.answered()) {
            forget();
            state.conclude();
        }
    }

    void sendCode() {
        script.verification().codeTo().stream().findFirst().ifPresent(state::sendCode);
    }

    void giveUp() {
        new GiveUpDialog(state).open();
    }

    private void askAgain(Fact fact) {
        forget();
        state.askAgain(fact);
        said.focus();
    }

    private void show(Stage stage) {
        if (stage instanceof Stage.Asking(var now)) {
            script = now;
            show();
            said.focus();
        }
    }

    private void show() {
        var current = script.current();
        var fact = current.map(Script.Line::fact).orElse(null);
        if (fact != asked) {
            asked = fact;
            forget();
        }
        var key =
                current.map(line -> question() + "." + line.fact().name())
                        .orElse("script.allAsked");
        step.setText(
                current.isPresent()
                        ? Texts.text("script.step", script.at() + 1, script.lines().size())
                        : Texts.text("script.done"));
        prompt.setText(Texts.text(key));
        translate(key, current.isPresent());
        steps.show(script);
        said.setVisible(current.isPresent());
        help.setVisible(current.isPresent());
        skip.setVisible(current.isPresent());
        boolean codeOffered = !script.verification().codeTo().isEmpty();
        send.setVisible(codeOffered);
        noCode.setVisible(!codeOffered);
        compare.setVisible(current.isPresent() && script.answered());
        next.setText(Texts.text(current.isPresent() ? "script.next" : "script.compare"));
        next.setSuffixComponent(Shortcut.NEXT_STEP.hint());
        next.setEnabled(current.isPresent() || script.answered());
    }

    /** Somebody else is asked about the patient, and not about themselves. */
    private String question() {
        return script.verification().caller() == CallerKind.PATIENT ? "ask" : "askFor";
    }

    /** The same in the patient's language, where the screen speaks another. */
    private void translate(String key, boolean asked) {
        var language =
                state.patient()
                        .value()
                        .map(patient -> Locale.forLanguageTag(patient.language()))
                        .filter(Languages::spoken)
                        .filter(one -> !one.getLanguage().equals(getLocale().getLanguage()));
        translated.setVisible(asked && language.isPresent());
        language.ifPresent(
                one -> {
                    translated.setText(Texts.textIn(one, key));
                    translated.getElement().setAttribute("lang", one.getLanguage());
                });
    }

    private void follow(Act.State<VerificationApi.Recorded> now) {
        outcome.removeAll();
        said.setReadOnly(now instanceof Act.State.Running<?>);
        if (now instanceof Act.State.Failed<VerificationApi.Recorded>(var failure)) {
            outcome.add(new FailureNotice(failure, null), again());
            said.focus();
        }
    }

    private static Paragraph again() {
        var words = new Paragraph(Texts.text("script.typeAgain"));
        words.addClassName("secondary");
        return words;
    }

    private void followEnd(Act.State<?> now) {
        outcome.removeAll();
        next.setEnabled(!(now instanceof Act.State.Running<?>));
        if (now instanceof Act.State.Failed<?>(var failure)) {
            outcome.add(new FailureNotice(failure, state::conclude));
        }
    }

    private void followCode(Act.State<VerificationApi.CodeSent> now) {
        codeOutcome.removeAll();
        send.setEnabled(!(now instanceof Act.State.Running<?>));
        switch (now) {
            case Act.State.Idle<VerificationApi.CodeSent>() -> {}
            case Act.State.Running<VerificationApi.CodeSent>() -> {}
            case Act.State.Done<VerificationApi.CodeSent>(var sent) ->
                    codeOutcome.add(
                            new Paragraph(
                                    Texts.text(
                                            "script.codeSent",
                                            Formats.current().moment(sent.expiresAt()))));
            case Act.State.Failed<VerificationApi.CodeSent>(var failure) ->
                    codeOutcome.add(new FailureNotice(failure, this::sendCode));
        }
    }
}
