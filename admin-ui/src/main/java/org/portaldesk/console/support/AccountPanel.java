package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.account.SecondFactor;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.AccountState;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Where a patient's portal account stands, and who has tried to sign in to it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class AccountPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 6;

    private final transient CardState state;
    private final transient Staff staff;
    private boolean inCall;

    AccountPanel(CardState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        getContent().addClassNames("account-panel", "stack");
        getContent()
                .add(
                        new Panel(
                                Texts.text("account.title"),
                                new LoadablePanel<>(
                                        state.account().signal(),
                                        this::show,
                                        state::reload,
                                        SKELETON_LINES)),
                        signIns());
    }

    /** Only where there is an account to sign in to. */
    private Panel signIns() {
        var panel = new Panel(Texts.text("signIns.title"), new SignInList(state.signIns()));
        panel.bindVisible(
                state.account()
                        .signal()
                        .map(
                                now ->
                                        now.shown()
                                                .map(account -> account.username() != null)
                                                .orElse(false)));
        return panel;
    }

    /**
     * Shows the account of this patient, with the acts that need no call.
     *
     * @param changed hears of each change, on a thread of its own
     */
    public void open(UUID patientId, Command changed) {
        state.open(patientId, changed::execute);
    }

    /** Shows it beside a call: nothing that a caller is asked for, and no acts of its own. */
    void openInCall(UUID patientId) {
        inCall = true;
        state.open(patientId, () -> {});
    }

    /** Shows the account as an act of the call has left it; on any thread. */
    void show(UUID patientId, PortalAccount after) {
        if (after.patientId().equals(patientId)) {
            state.show(after);
        }
    }

    /** The second factors of this moment. */
    List<SecondFactor> factors() {
        return state.account().value().map(PortalAccount::secondFactors).orElse(List.of());
    }

    /** Whether the account's state of this moment lets the act be done. */
    boolean permits(AccountAct act) {
        return state.account().value().map(account -> account.permits(act)).orElse(true);
    }

    private Component show(PortalAccount account) {
        var all = new Div(new AccountFacts(account, inCall));
        all.addClassName("stack");
        if (account.state() == AccountState.NONE && account.closedBy() == null) {
            var none = new Paragraph(Texts.text("account.none"));
            none.addClassName("secondary");
            all.add(none);
        }
        if (!inCall) {
            acts(account, all);
        }
        return all;
    }

    private void acts(PortalAccount account, Div place) {
        var acts = new Div();
        acts.addClassName("acts");
        if (staff.may(Permission.DISABLE_ACCOUNTS)) {
            closing(account).ifPresent(acts::add);
        }
        if (staff.may(Permission.VERIFY_CALLERS)) {
            acts.add(SupportNavigation.callLink(Texts.text("call.start"), account.patientId()));
        }
        if (acts.getComponentCount() > 0) {
            place.add(acts);
        }
    }

    private Optional<Button> closing(PortalAccount account) {
        return switch (account.state()) {
            case ACTIVE, LOCKED -> Optional.of(disable());
            case DISABLED ->
                    account.closedBy() == PortalAccount.Closing.STAFF
                            ? Optional.of(enable())
                            : Optional.empty();
            case NONE, PENDING -> Optional.empty();
        };
    }

    private Button disable() {
        return new Button(Texts.text("disable.verb"), _ -> new DisableDialog(state).open());
    }

    private Button enable() {
        return new Button(Texts.text("enable.verb"), _ -> new EnableDialog(state).open());
    }
}
