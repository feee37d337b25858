package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.verification.Call;

/** The call's note: begun whenever there is something to write, saved once the check has ended. */
final class NotePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_TEXT = 1000;

    final Select<CallReason> reason = new Select<>();
    final TextArea text = Typed.area("note.text");
    final Button save = new Button(Texts.text("note.save"), _ -> save());
    private final Button next;
    private final Paragraph when = new Paragraph(Texts.text("note.later"));
    private final Div outcome = new Div();
    private final transient CallState state;

    /**
     * @param onward goes on to the next call
     */
    NotePanel(CallState state, Runnable onward) {
        this.state = state;
        next = new Button(Texts.text("note.next"), Glyph.ARROW.icon(), _ -> onward.run());
        next.setSuffixComponent(Shortcut.NEXT_CALL.hint());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        reason.setLabel(Texts.text("note.reason"));
        reason.setItems(CallReason.values());
        reason.setItemLabelGenerator(one -> one == null ? "" : Texts.of("callReason", one));
        reason.addValueChangeListener(_ -> update());
        reason.setWidthFull();
        text.setMaxLength(LONGEST_TEXT);
        text.setHelperText(Texts.text("note.warning"));
        text.setWidthFull();
        save.setSuffixComponent(Shortcut.NEXT_STEP.hint());
        when.addClassName("secondary");
        var acts = new Div(save, next);
        acts.addClassName("acts");
        var panel = new Panel(Texts.text("note.title"), reason, text, when, outcome, acts);
        panel.addClassName("note");
        getContent().add(panel);
        Signal.effect(this, () -> show(state.stage().get(), state.note().signal().get()));
    }

    /** Goes on to writing; the second time, to saving. */
    void advance() {
        if (ready()) {
            save();
        } else if (reason.getValue() == null) {
            reason.focus();
        } else {
            text.focus();
        }
    }

    void begin() {
        reason.focus();
    }

    private void save() {
        if (ready()) {
            var words = text.getValue().strip();
            state.writeNote(reason.getValue(), words.isEmpty() ? null : words);
        }
    }

    private boolean ready() {
        return reason.getValue() != null && state.owesNote();
    }

    private void update() {
        save.setEnabled(ready());
    }

    private void show(Stage stage, Act.State<Call> now) {
        boolean saved = now instanceof Act.State.Done<Call>;
        outcome.removeAll();
        reason.setReadOnly(saved);
        text.setReadOnly(saved);
        save.setVisible(!saved);
        save.setEnabled(
                stage.ended()
                        && reason.getValue() != null
                        && !(now instanceof Act.State.Running<?>));
        next.setVisible(saved);
        when.setVisible(!stage.ended());
        outcome(now).ifPresent(outcome::add);
    }

    private Optional<Component> outcome(Act.State<Call> now) {
        return switch (now) {
            case Act.State.Failed<Call>(var failure) ->
                    Optional.of(new FailureNotice(failure, this::save));
            case Act.State.Done<Call>(_) ->
                    Optional.of(new StatusBadge(Tone.GOOD, Texts.text("note.saved")));
            case Act.State.Idle<Call>(), Act.State.Running<Call>() -> Optional.empty();
        };
    }

    /** Takes the reason of an act for that of the call, unless one is chosen. */
    void suggest(CallReason likely) {
        if (reason.getValue() == null) {
            reason.setValue(likely);
        }
    }
}
