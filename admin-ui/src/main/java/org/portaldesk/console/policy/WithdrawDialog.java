package org.portaldesk.console.policy;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.policy.AccessPolicy;

/** Why an approved policy should not come to count. */
final class WithdrawDialog extends ActDialog<AccessPolicy> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 500;

    final TextArea reason = Typed.area("policies.withdraw.reason");
    private final transient PoliciesState state;
    private final transient AccessPolicy policy;

    WithdrawDialog(PoliciesState state, AccessPolicy policy) {
        super(
                state.decision(),
                Texts.text("policies.withdraw.title"),
                Texts.text("policies.withdraw.verb"),
                "policies.withdraw.done");
        this.state = state;
        this.policy = policy;
        reason.setMaxLength(MAX_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        reason.addValueChangeListener(_ -> update());
        fill(new Paragraph(Texts.text("policies.withdraw.text")), reason);
    }

    @Override
    protected boolean ready() {
        return !reason.getValue().isBlank();
    }

    @Override
    protected void start() {
        state.withdraw(policy.id(), reason.getValue().strip());
    }
}
