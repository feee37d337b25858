package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.server.Command;
import java.util.List;

/**
 * Every shortcut of the console, so that none hides another and all can be shown in one list. None
 * is a bare letter: those fire while somebody dictates or types (WCAG 2.1.4).
 */
public enum Shortcut {
    PALETTE(Scope.EVERYWHERE, "Ctrl K", Key.KEY_K, KeyModifier.CONTROL),
    SHORTCUTS(Scope.EVERYWHERE, "Ctrl /", Key.SLASH, KeyModifier.CONTROL),
    NEXT_OPTION(Scope.PALETTE, "↓", Key.ARROW_DOWN),
    PREVIOUS_OPTION(Scope.PALETTE, "↑", Key.ARROW_UP),
    OPEN_OPTION(Scope.PALETTE, "Enter", Key.ENTER),
    FIRST_RESULT(Scope.PATIENT_SEARCH, "↓", Key.ARROW_DOWN),
    ISSUE_CODE(Scope.PATIENT, "Alt I", Key.KEY_I, KeyModifier.ALT),
    BACK_TO_SEARCH(Scope.PATIENT, "Alt S", Key.KEY_S, KeyModifier.ALT),
    NEXT_REQUEST(Scope.REQUESTS, "Alt N", Key.KEY_N, KeyModifier.ALT),
    BACK_TO_QUEUE(Scope.REQUESTS, "Alt Q", Key.KEY_Q, KeyModifier.ALT),
    CLAIM(Scope.REQUESTS, "Alt C", Key.KEY_C, KeyModifier.ALT),
    RELEASE(Scope.REQUESTS, "Alt R", Key.KEY_R, KeyModifier.ALT),
    APPROVE(Scope.REQUESTS, "Alt A", Key.KEY_A, KeyModifier.ALT),
    DENY(Scope.REQUESTS, "Alt X", Key.KEY_X, KeyModifier.ALT),
    ASK(Scope.REQUESTS, "Alt M", Key.KEY_M, KeyModifier.ALT),
    RESUME(Scope.REQUESTS, "Alt G", Key.KEY_G, KeyModifier.ALT),
    PEND(Scope.REQUESTS, "Alt P", Key.KEY_P, KeyModifier.ALT),
    CHECKLIST(Scope.FORM, "Alt L", Key.KEY_L, KeyModifier.ALT),
    NEXT_PAGE(Scope.FORM, "Alt ↓", Key.ARROW_DOWN, KeyModifier.ALT),
    PREVIOUS_PAGE(Scope.FORM, "Alt ↑", Key.ARROW_UP, KeyModifier.ALT),
    ZOOM_IN(Scope.FORM, "Alt I", Key.KEY_I, KeyModifier.ALT),
    ZOOM_OUT(Scope.FORM, "Alt O", Key.KEY_O, KeyModifier.ALT),
    FIT_PAGE(Scope.FORM, "Alt W", Key.KEY_W, KeyModifier.ALT),
    TURN_PAGE(Scope.FORM, "Alt T", Key.KEY_T, KeyModifier.ALT),
    PRINT_LETTERS(Scope.LETTERS, "Alt P", Key.KEY_P, KeyModifier.ALT),
    MARK_MAILED(Scope.LETTERS, "Alt M", Key.KEY_M, KeyModifier.ALT),
    FIRST_CALLER(Scope.CALLER_SEARCH, "↓", Key.ARROW_DOWN),
    BEGIN_CALL(Scope.CALLER_SEARCH, "Enter", Key.ENTER),
    NEXT_STEP(Scope.CALL, "Ctrl Enter", Key.ENTER, KeyModifier.CONTROL),
    SKIP_STEP(Scope.CALL, "Alt K", Key.KEY_K, KeyModifier.ALT),
    SEND_CODE(Scope.CALL, "Alt C", Key.KEY_C, KeyModifier.ALT),
    COMPARE(Scope.CALL, "Alt V", Key.KEY_V, KeyModifier.ALT),
    GIVE_UP(Scope.CALL, "Esc", Key.ESCAPE),
    VERIFY_AGAIN(Scope.CALL, "Alt A", Key.KEY_A, KeyModifier.ALT),
    UNLOCK(Scope.CALL, "Alt U", Key.KEY_U, KeyModifier.ALT),
    PASSWORD_RESET(Scope.CALL, "Alt R", Key.KEY_R, KeyModifier.ALT),
    SECOND_FACTOR_RESET(Scope.CALL, "Alt 2", Key.DIGIT_2, KeyModifier.ALT),
    END_SESSIONS(Scope.CALL, "Alt O", Key.KEY_O, KeyModifier.ALT),
    RESEND_CODE(Scope.CALL, "Alt M", Key.KEY_M, KeyModifier.ALT),
    CALL_NOTE(Scope.CALL, "Alt N", Key.KEY_N, KeyModifier.ALT),
    NEXT_CALL(Scope.CALL, "Alt Q", Key.KEY_Q, KeyModifier.ALT),
    TAKE_REQUEST(Scope.PHONE_REQUEST, "Ctrl Enter", Key.ENTER, KeyModifier.CONTROL),
    VERIFY_RECORD(Scope.RECORD, "Alt V", Key.KEY_V, KeyModifier.ALT),
    PROVE_EVENT(Scope.RECORD, "Alt P", Key.KEY_P, KeyModifier.ALT),
    ACCESS_REPORT(Scope.PRIVACY, "Alt R", Key.KEY_R, KeyModifier.ALT),
    DISCLOSURES(Scope.PRIVACY, "Alt O", Key.KEY_O, KeyModifier.ALT),
    PRINT_ACCOUNTING(Scope.PAPER, "Alt P", Key.KEY_P, KeyModifier.ALT),
    CONFIRM(Scope.DIALOG, "Ctrl Enter", Key.ENTER, KeyModifier.CONTROL),
    COPY_CODE(Scope.CODE, "Alt C", Key.KEY_C, KeyModifier.ALT),
    PRINT_CODE(Scope.CODE, "Alt P", Key.KEY_P, KeyModifier.ALT);

    /** Where a shortcut works. */
    public enum Scope {
        EVERYWHERE,
        PALETTE,
        PATIENT_SEARCH,
        PATIENT,
        REQUESTS,
        FORM,
        LETTERS,
        CALLER_SEARCH,
        CALL,
        PHONE_REQUEST,
        RECORD,
        PRIVACY,
        PAPER,
        DIALOG,
        CODE
    }

    private final Scope scope;
    private final String combination;
    private final Key key;
    private final KeyModifier[] modifiers;

    Shortcut(Scope scope, String combination, Key key, KeyModifier... modifiers) {
        this.scope = scope;
        this.combination = combination;
        this.key = key;
        this.modifiers = modifiers;
    }

    /** Does something on this shortcut while the owner is on the page. */
    public ShortcutRegistration on(Component owner, Command command) {
        // The value of the field somebody is typing in arrives before the act.
        return Shortcuts.addShortcutListener(owner, command, key, modifiers)
                .resetFocusOnActiveElement();
    }

    /** As {@link #on}, only while the focus is within the component. */
    public ShortcutRegistration within(Component component, Command command) {
        return Shortcuts.addShortcutListener(component, command, key, modifiers)
                .listenOn(component);
    }

    /** The keys, for a button or a hint. */
    public Keys hint() {
        return new Keys(combination);
    }

    public Scope scope() {
        return scope;
    }

    public String combination() {
        return combination;
    }

    /** What it does, in words. */
    public String text() {
        return Texts.of("shortcut", this);
    }

    /** All of them, in the order of the scopes. */
    public static List<Shortcut> all() {
        return List.of(values());
    }
}
