package org.portaldesk.console.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.Command;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Me;

/** Who is signed in, how they like the console, and the way out. */
final class UserMenu extends Composite<MenuBar> {

    private static final long serialVersionUID = 1L;

    private Command openShortcuts = () -> {};

    UserMenu(Staff staff, SignOut signOut) {
        getContent().addThemeVariants(MenuBarVariant.TERTIARY);
        getContent().addClassName("user-menu");
        staff.me().ifPresent(me -> build(me, signOut));
    }

    void whenAskedForShortcuts(Command openShortcuts) {
        this.openShortcuts = openShortcuts;
    }

    private void build(Me me, SignOut signOut) {
        var name = new Span(me.name());
        name.addClassName("user-name");
        var roles = new Span(roles(me));
        roles.addClassName("secondary");
        var who = new Div(name, roles);
        who.addClassName("who");
        var root = getContent().addItem(who);
        root.setAriaLabel(Texts.text("user.menu", me.name()));
        var menu = root.getSubMenu();
        addSchemes(menu);
        menu.addComponent(new Hr());
        addLanguages(menu);
        menu.addComponent(new Hr());
        var shortcuts = menu.addItem(Texts.text("shortcuts.title"), _ -> openShortcuts.execute());
        shortcuts.addComponentAsFirst(Glyph.KEYBOARD.icon());
        shortcuts.add(Shortcut.SHORTCUTS.hint());
        var out = menu.addItem(Texts.text("user.signOut"), _ -> signOut.now());
        out.addComponentAsFirst(Glyph.SIGN_OUT.icon());
    }

    private static String roles(Me me) {
        return me.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> Texts.of("role", role))
                .collect(Collectors.joining(" · "));
    }

    private void addSchemes(SubMenu menu) {
        var now = Preferences.current().scheme();
        for (var scheme : Preferences.Scheme.values()) {
            var item = menu.addItem(Texts.of("scheme", scheme), _ -> choose(scheme));
            mark(item, scheme == now);
        }
    }

    private void choose(Preferences.Scheme scheme) {
        var chosen = Preferences.current().with(scheme);
        chosen.keep();
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private void addLanguages(SubMenu menu) {
        for (var language : Preferences.LANGUAGES) {
            var item = menu.addItem(language.getDisplayLanguage(language), _ -> choose(language));
            item.getElement().setAttribute("lang", language.getLanguage());
            mark(item, language.getLanguage().equals(getLocale().getLanguage()));
        }
    }

    private void choose(Locale language) {
        Preferences.current().with(language).keep();
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private static void mark(MenuItem item, boolean chosen) {
        item.setCheckable(true);
        item.setChecked(chosen);
    }
}
