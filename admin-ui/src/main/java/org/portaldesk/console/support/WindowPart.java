package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Ticker;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.verification.Conclusion;

/** What a passed verification opens, each act with its key, and for how long. */
final class WindowPart extends Part {

    private static final long serialVersionUID = 1L;

    final Map<AccountAct, Button> buttons = new EnumMap<>(AccountAct.class);
    private final transient WindowState state;
    private final transient Conclusion conclusion;
    private final AccountPanel account;
    private final transient Runnable toNote;

    /**
     * @param account says what its state of this moment permits
     * @param toNote goes on to the call's note
     */
    WindowPart(WindowState state, Conclusion conclusion, AccountPanel account, Runnable toNote) {
        this.state = state;
        this.conclusion = conclusion;
        this.account = account;
        this.toNote = toNote;
        getContent().add(head(), acts());
    }

    private Component head() {
        var passed = new StatusBadge(Tone.GOOD, Texts.text("window.passed"));
        passed.getElement().setAttribute("role", "status");
        var clock =
                new Div(
                        new Span(Texts.text("window.left")),
                        Ticker.until(Objects.requireNonNull(conclusion.opensUntil())));
        clock.addClassName("window-clock");
        var line = new Div(passed, clock);
        line.addClassName("script-head");
        var words = new Paragraph(Texts.text("window.text"));
        words.addClassName("secondary");
        return new Div(line, words);
    }

    private Component acts() {
        var list = new Div();
        list.addClassName("window-acts");
        for (var act : AccountAct.values()) {
            if (isOpen(act)) {
                list.add(row(act));
            }
        }
        return list;
    }

    private Component row(AccountAct act) {
        var button = new Button(Texts.of("accountAct", act), _ -> press(act));
        button.setSuffixComponent(shortcut(act).hint());
        if (act == AccountAct.UNLOCK) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        buttons.put(act, button);
        var will = new Span(Texts.of("accountAct.short", act));
        will.addClassName("secondary");
        var row = new Div(button, will);
        row.addClassName("window-act");
        return row;
    }

    static Shortcut shortcut(AccountAct act) {
        return Shortcut.valueOf(act.name());
    }

    /** Asks for the reason, if this act is open. */
    void press(AccountAct act) {
        if (isOpen(act)) {
            new AccountActDialog(state, conclusion.id(), act, account.factors()).open();
        }
    }

    private boolean isOpen(AccountAct act) {
        return conclusion.acts().contains(act) && account.permits(act);
    }

    @Override
    void next() {
        toNote.run();
    }

    @Override
    void begin() {
        buttons.values().stream().findFirst().ifPresent(Button::focus);
    }
}
