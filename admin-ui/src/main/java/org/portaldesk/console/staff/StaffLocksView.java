package org.portaldesk.console.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.staff.StaffLock;

/** Members of staff whom wrong passwords keep out, and their release. */
@Route("staff-locks")
@Requires(Permission.RELEASE_STAFF_LOCKS)
class StaffLocksView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 4;

    private final transient StaffLocksState state;

    StaffLocksView(StaffLocksState state) {
        this.state = state;
        addClassNames("screen", "overrides");
        var again = new Button(Texts.text("staffLocks.again"), _ -> state.locks().reload());
        add(
                new H1(Texts.text("staffLocks.title")),
                new Paragraph(Texts.text("staffLocks.text")),
                again,
                new LoadablePanel<>(
                        state.locks().signal(),
                        this::show,
                        () -> state.locks().reload(),
                        SKELETON_LINES));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state.open();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("staffLocks.title");
    }

    private Component show(CursorList.Rows<StaffLock> rows) {
        if (rows.items().isEmpty()) {
            return new EmptyState(
                    Glyph.LOCK,
                    Texts.text("staffLocks.none.title"),
                    Texts.text("staffLocks.none.text"));
        }
        var all = new Div();
        all.addClassName("stack");
        rows.items().forEach(one -> all.add(card(one)));
        return all;
    }

    private Article card(StaffLock one) {
        var name = new Span(one.name());
        name.addClassName("queue-name");
        var username = new Span(one.username());
        username.addClassName("secondary");
        var head = new Div(name, username);
        head.addClassName("override-head");
        var release = new Button(Texts.text("staffLocks.release"), _ -> ask(one).open());
        release.setAriaLabel(Texts.text("staffLocks.release.of", one.name()));
        var acts = new Div(release);
        acts.addClassName("acts");
        var card = new Article(head, facts(one), acts);
        card.addClassNames("panel", "override");
        card.getElement().setAttribute("aria-label", one.name());
        return card;
    }

    private static Facts facts(StaffLock one) {
        return new Facts()
                .with(Texts.text("staffLocks.at"), Formats.current().moment(one.lockedAt()))
                .with(Texts.text("staffLocks.from"), String.join(", ", one.addresses()));
    }

    private ReasonDialog ask(StaffLock one) {
        var words =
                new ReasonDialog.Words(
                        Texts.text("staffLocks.ask.title", one.name()),
                        Texts.text("staffLocks.ask.text"),
                        List.of(
                                Texts.text("staffLocks.reason.known"),
                                Texts.text("staffLocks.reason.calledBack"),
                                Texts.text("reason.other")),
                        Texts.text("staffLocks.release"));
        return new ReasonDialog(
                words, state.release(), false, reason -> state.release(one.personId(), reason));
    }
}
