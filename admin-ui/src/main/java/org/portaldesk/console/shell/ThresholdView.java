package org.portaldesk.console.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Me;

/**
 * Shown in the place of a screen until the API has said who is there, when it does not answer, and
 * to somebody whom nobody has given work yet. The address stays that of the screen.
 */
@Route(value = ThresholdView.ADDRESS, autoLayout = false)
class ThresholdView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String ADDRESS = "threshold";

    private static final int POLL_MILLIS = 2_000;

    /** How many polls without an answer until the API is asked anew. */
    private static final int PATIENCE = 5;

    private final transient Staff staff;
    private final transient SignOut signOut;
    private final Div place = new Div();
    private int polls;

    ThresholdView(Staff staff, SignOut signOut) {
        this.staff = staff;
        this.signOut = signOut;
        addClassName("threshold");
        place.addClassName("panel");
        add(place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (isWanted(event) && staff.me().filter(ThresholdView::hasWork).isPresent()) {
            event.forwardTo(HomeView.class);
            return;
        }
        Signal.effect(this, () -> show(staff.signal().get()));
    }

    /** Whether this is the screen somebody asked for, which a reload would only bring again. */
    private static boolean isWanted(BeforeEnterEvent event) {
        return event.getLocation().getPath().equals(ADDRESS);
    }

    /**
     * The answer may have come before there was a page to leave; it comes by push, and a push may
     * be lost; and it may never come. Each would leave somebody here for ever: so what is known is
     * shown once more, and the page asks, too, until it is left.
     */
    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        show(staff.signal().peek());
        var polling = ui.addPollListener(_ -> askAgain());
        addDetachListener(
                _ -> {
                    polling.remove();
                    ui.setPollInterval(-1);
                });
    }

    private void poll(Loadable<Me> now) {
        var stays =
                switch (now) {
                    case Loadable.Loading<Me>(_) -> false;
                    case Loadable.Failed<Me>(_) -> true;
                    case Loadable.Loaded<Me>(var me) -> !hasWork(me);
                };
        getUI().ifPresent(ui -> ui.setPollInterval(stays ? -1 : POLL_MILLIS));
    }

    private void askAgain() {
        polls++;
        switch (staff.signal().peek()) {
            case Loadable.Loading<Me>(_) when polls % PATIENCE == 0 -> staff.load();
            case Loadable.Loaded<Me>(var me) when hasWork(me) -> enter(me);
            default -> {}
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.text("product");
    }

    private void show(Loadable<Me> now) {
        poll(now);
        place.removeAll();
        switch (now) {
            case Loadable.Loading<Me>(_) -> place.add(waiting());
            case Loadable.Failed<Me>(var failure) ->
                    place.add(new FailureNotice(failure, staff::load), signOutButton());
            case Loadable.Loaded<Me>(var me) -> enter(me);
        }
    }

    private void enter(Me me) {
        if (hasWork(me)) {
            // The address is still that of the screen they wanted.
            getUI().ifPresent(ui -> ui.getPage().reload());
        } else {
            place.add(
                    new EmptyState(
                            Glyph.ACCOUNT,
                            Texts.text("noRole.title", me.name()),
                            Texts.text("noRole.text"),
                            signOutButton()));
        }
    }

    private static boolean hasWork(Me me) {
        return !me.roles().isEmpty();
    }

    private static ProgressBar waiting() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", Texts.text("loading"));
        return bar;
    }

    private Button signOutButton() {
        return new Button(Texts.text("user.signOut"), _ -> signOut.now());
    }
}
