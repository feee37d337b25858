package org.portaldesk.console.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;

/** The frame of every screen: navigation at the side, the screen as the page's main part. */
@Layout
class MainLayout extends AppLayout {

    private static final long serialVersionUID = 1L;

    final CommandPalette palette;
    final ShortcutOverlay shortcuts = new ShortcutOverlay();
    private final Main main = new Main();
    private final transient DraftsNotice drafts;

    MainLayout(Sidebar sidebar, CommandPalette palette, DraftsNotice drafts) {
        this.palette = palette;
        this.drafts = drafts;
        setPrimarySection(Section.DRAWER);
        sidebar.whenAsked(palette::open, shortcuts::open);
        addToDrawer(skipLink(), sidebar);
        addToNavbar(drawerToggle(), new Span(Texts.text("product")));
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
        Shortcut.PALETTE.on(this, palette::open);
        Shortcut.SHORTCUTS.on(this, shortcuts::open);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        IdleNotice.in(event.getUI());
        drafts.over(event.getUI());
    }

    private static DrawerToggle drawerToggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.text("nav.toggle"));
        return toggle;
    }

    /** The first stop of the Tab key, seen only then. */
    private NativeButton skipLink() {
        var skip =
                new NativeButton(
                        Texts.text("nav.skip"), _ -> main.getElement().callJsFunction("focus"));
        skip.addClassName("skip-link");
        return skip;
    }
}
