package org.portaldesk.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.List;
import org.portaldesk.console.security.OwnAccount;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The way to every screen that this person may open, and who they are. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Sidebar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final SideNav nav = new SideNav();
    final UserMenu userMenu;
    private Command openPalette = () -> {};

    Sidebar(Staff staff, List<ScreenFamily> families, SignOut signOut, OwnAccount account) {
        nav.getElement().setAttribute("aria-label", Texts.text("nav.label"));
        families.stream()
                .flatMap(family -> family.destinations().stream())
                .filter(destination -> staff.mayOpen(destination.view()))
                .sorted(Comparator.comparingInt(Destination::order))
                .map(Sidebar::item)
                .forEach(nav::addItem);
        userMenu = new UserMenu(staff, signOut, account.address());
        getContent().addClassName("sidebar");
        getContent().add(brand(), paletteButton(), nav, userMenu);
    }

    /** What the palette's button and the entry for shortcuts do. */
    void whenAsked(Command openPalette, Command openShortcuts) {
        this.openPalette = openPalette;
        userMenu.whenAskedForShortcuts(openShortcuts);
    }

    private static Component brand() {
        var mark = new Image("assets/mark.svg", "");
        var brand = new Div(mark, new Span(Texts.text("product")));
        brand.addClassName("brand");
        return brand;
    }

    private Button paletteButton() {
        var words = new Span(Texts.text("palette.hint"));
        var button =
                new Button(new Span(words, Shortcut.PALETTE.hint()), _ -> openPalette.execute());
        button.addClassName("palette-button");
        button.setAriaLabel(Texts.text("palette.title"));
        return button;
    }

    private static SideNavItem item(Destination destination) {
        var item = new SideNavItem(Texts.text(destination.titleKey()), destination.view());
        item.setPrefixComponent(destination.glyph().icon());
        item.setMatchNested(true);
        return item;
    }
}
