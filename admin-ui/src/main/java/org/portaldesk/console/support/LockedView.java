package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.InSight;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.LockedAccount;
import org.portaldesk.contract.identity.Permission;

/**
 * Who is locked out at this moment. Nobody needs to refresh: a new lock comes by itself, and one
 * that has ended goes.
 */
@Route("locked-accounts")
@Requires(Permission.READ_ACCOUNTS)
class LockedView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 6;

    private final Div live = new Div();
    private final Div place = new Div();
    private final LockedTable table;
    private final transient LockedState state;

    LockedView(LockedState state, Staff staff) {
        this.state = state;
        this.table = new LockedTable(staff.may(Permission.VERIFY_CALLERS));
        addClassNames("screen", "locked");
        live.getElement().setAttribute("role", "status");
        var head = new Div(new H1(Texts.text("locked.title")), live);
        head.addClassName("screen-head");
        place.addClassName("panel");
        add(head, place);
        Signal.effect(this, () -> show(state.accounts().signal().get()));
        InSight.of(this, state::start, state::stop);
    }

    @Override
    public String getPageTitle() {
        return Texts.text("locked.title");
    }

    private void show(Live.State<Page<LockedAccount>> now) {
        live.removeAll();
        switch (now.shown()) {
            case Loadable.Loading<Page<LockedAccount>>(_) ->
                    put(LoadablePanel.skeleton(SKELETON_LINES));
            case Loadable.Failed<Page<LockedAccount>>(var failure) ->
                    put(new FailureNotice(failure, state::ask));
            case Loadable.Loaded<Page<LockedAccount>>(var page) -> {
                live.add(badge(now, page));
                show(page);
            }
        }
    }

    private static StatusBadge badge(Live.State<?> now, Page<LockedAccount> page) {
        return now.old() == null
                ? new StatusBadge(Tone.LIVE, Texts.text("locked.live", page.items().size()))
                : new StatusBadge(Tone.WARN, Texts.text("locked.old"));
    }

    private void show(Page<LockedAccount> page) {
        if (page.items().isEmpty()) {
            put(
                    new EmptyState(
                            Glyph.LOCK,
                            Texts.text("locked.none.title"),
                            Texts.text("locked.none.text")));
        } else {
            table.show(page.items());
            put(table);
        }
    }

    private void put(Component component) {
        if (place.getChildren().findFirst().orElse(null) != component) {
            place.removeAll();
            place.add(component);
        }
    }
}
