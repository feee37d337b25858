package org.portaldesk.console.activation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.Patient;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** A patient's activation codes, with the acts on them; a part of the patient's page. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CodesPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final Button issue;
    private final transient CodesState state;
    private final transient Staff staff;
    private @Nullable IssueCodeDialog open;
    private transient Supplier<Optional<Patient>> patient = Optional::empty;

    CodesPanel(CodesState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        issue = new Button(Texts.text("codes.issue"), Glyph.PLUS.icon(), _ -> openIssue());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        issue.setSuffixComponent(Shortcut.ISSUE_CODE.hint());
        issue.setVisible(staff.may(Permission.ISSUE_CODE));
        var codes =
                new LoadablePanel<>(
                        state.codes().signal(), this::show, () -> state.codes().reload(), 3);
        getContent().add(new Panel(Texts.text("codes.title"), codes).withActs(issue));
        if (staff.may(Permission.ISSUE_CODE)) {
            Shortcut.ISSUE_CODE.on(this, this::openIssue);
        }
    }

    /**
     * Shows the codes of this patient.
     *
     * @param patient who it is, once that is known
     * @param changed hears of each change, on a thread of its own
     */
    public void open(UUID id, Supplier<Optional<Patient>> patient, Command changed) {
        this.patient = patient;
        issue.setVisible(mayIssue());
        state.whenChanged(changed::execute);
        state.open(id);
    }

    /** Nobody is offered a code for the dead. */
    private boolean mayIssue() {
        return staff.may(Permission.ISSUE_CODE)
                && patient.get().filter(Patient::deceased).isEmpty();
    }

    private void openIssue() {
        // The shortcut works in the dialog, too.
        if (mayIssue() && (open == null || !open.isOpened())) {
            patient.get().ifPresent(this::openIssue);
        }
    }

    private void openIssue(Patient known) {
        state.beginIssue();
        open = new IssueCodeDialog(state, known);
        open.open();
    }

    private Component show(CursorList.Rows<ActivationCode> rows) {
        if (rows.items().isEmpty()) {
            var nothing = new Span(Texts.text("codes.empty"));
            nothing.addClassName("secondary");
            return nothing;
        }
        var all = new Div(new CodesTable(rows.items(), this::revokeButton));
        if (rows.next() != null) {
            all.add(new Button(Texts.text("list.more"), _ -> state.codes().more()));
        }
        return all;
    }

    private Component revokeButton(ActivationCode code) {
        var revoke = new Button(Texts.text("codes.revoke"), _ -> askRevoke(code));
        revoke.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.ERROR);
        revoke.setVisible(staff.may(Permission.REVOKE_CODE));
        return revoke;
    }

    private void askRevoke(ActivationCode code) {
        new ReasonDialog(
                        Revoking.words(code),
                        state.revoke(),
                        true,
                        reason -> state.revoke(code, reason))
                .open();
    }
}
