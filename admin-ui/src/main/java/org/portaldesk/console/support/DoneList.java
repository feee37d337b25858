package org.portaldesk.console.support;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.patient.AccountState;

/** What was done in this call, and what the caller will notice of it. */
final class DoneList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    DoneList(WindowState state) {
        getContent().addClassName("done-list");
        getContent().getElement().setAttribute("role", "status");
        Signal.effect(this, () -> show(state.done().get()));
    }

    private void show(List<WindowState.Done> done) {
        getContent().removeAll();
        getContent().setVisible(!done.isEmpty());
        done.forEach(one -> getContent().add(row(one)));
    }

    private static Div row(WindowState.Done done) {
        boolean lockedAgain = lockedAgain(done.act(), done.after());
        var badge =
                new StatusBadge(
                        lockedAgain ? Tone.WARN : Tone.GOOD,
                        lockedAgain
                                ? Texts.text("done.lockedAgain")
                                : Texts.of("done", done.act()));
        var row =
                new Div(
                        badge,
                        new Paragraph(
                                lockedAgain
                                        ? Texts.text("done.lockedAgain.notice")
                                        : Texts.of("done.notice", done.act())));
        row.addClassName("done");
        return row;
    }

    /** An attack goes on: the account was read back and is locked anew. */
    private static boolean lockedAgain(AccountAct act, PortalAccount after) {
        return act == AccountAct.UNLOCK && after.state() == AccountState.LOCKED;
    }
}
