package org.portaldesk.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;

/** Leads to the first screen that the person may open; says so when there is none yet. */
@Route("")
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Staff staff;
    private final transient List<ScreenFamily> families;

    HomeView(Staff staff, List<ScreenFamily> families) {
        this.staff = staff;
        this.families = families;
        add(new EmptyState(Glyph.HOME, Texts.text("home.title"), Texts.text("home.text")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        families.stream()
                .flatMap(family -> family.destinations().stream())
                .filter(destination -> staff.mayOpen(destination.view()))
                .min(Comparator.comparingInt(Destination::order))
                .ifPresent(first -> event.forwardTo(first.view()));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("product");
    }
}
