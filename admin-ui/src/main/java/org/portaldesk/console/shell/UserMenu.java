package org.portaldesk.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.Command;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Me;

/**
 * Who is signed in, how they like the console, and the way out. A small dialog of plain fields: the
 * stock menu tells a screen reader attributes that its items may not have.
 */
final class UserMenu extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Popover menu = new Popover();
    private final String account;
    private Command openShortcuts = () -> {};

    UserMenu(Staff staff, SignOut signOut, String account) {
        this.account = account;
        getContent().addClassName("user-menu");
        staff.me().ifPresent(me -> build(me, signOut));
    }

    void whenAskedForShortcuts(Command openShortcuts) {
        this.openShortcuts = openShortcuts;
    }

    private void build(Me me, SignOut signOut) {
        var who = new Button(who(me));
        who.addThemeVariants(ButtonVariant.TERTIARY);
        who.setAriaLabel(Texts.text("user.menu", me.name()));
        menu.setTarget(who);
        menu.setPosition(PopoverPosition.TOP_START);
        menu.setModal(true);
        menu.setAutofocus(true);
        menu.setAriaLabel(Texts.text("user.menu", me.name()));
        var content = new Div(schemes(), languages(), shortcuts(), ownSignIn(), out(signOut));
        content.addClassName("user-menu-content");
        menu.add(content);
        getContent().add(who, menu);
    }

    private static Component who(Me me) {
        var name = new Span(me.name());
        name.addClassName("user-name");
        var roles = new Span(roles(me));
        roles.addClassName("secondary");
        var who = new Div(name, roles);
        who.addClassName("who");
        return who;
    }

    private static String roles(Me me) {
        return me.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> Texts.of("role", role))
                .collect(Collectors.joining(" · "));
    }

    private Component schemes() {
        var schemes = new RadioButtonGroup<Preferences.Scheme>(Texts.text("user.appearance"));
        schemes.setItems(Preferences.Scheme.values());
        schemes.setItemLabelGenerator(scheme -> Texts.of("scheme", scheme));
        schemes.setValue(Preferences.current().scheme());
        schemes.addValueChangeListener(
                chosen -> keep(Preferences.current().with(chosen.getValue())));
        return schemes;
    }

    private Component languages() {
        var languages = new RadioButtonGroup<Locale>(Texts.text("user.language"));
        languages.setItems(Preferences.LANGUAGES);
        languages.setItemLabelGenerator(language -> language.getDisplayLanguage(language));
        Preferences.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .ifPresent(languages::setValue);
        languages.addValueChangeListener(
                chosen -> keep(Preferences.current().with(chosen.getValue())));
        return languages;
    }

    private void keep(Preferences preferences) {
        preferences.keep();
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private Component shortcuts() {
        var button =
                new Button(
                        Texts.text("shortcuts.title"),
                        Glyph.KEYBOARD.icon(),
                        _ -> {
                            menu.close();
                            openShortcuts.execute();
                        });
        button.setSuffixComponent(Shortcut.SHORTCUTS.hint());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** In a tab of its own: what is under way here stays. */
    private Component ownSignIn() {
        var link = new Anchor(account, Texts.text("user.account"));
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener");
        link.addClassName("user-menu-link");
        return link;
    }

    private static Component out(SignOut signOut) {
        var button =
                new Button(Texts.text("user.signOut"), Glyph.SIGN_OUT.icon(), _ -> signOut.now());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
