package org.portaldesk.console.support;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.List;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.account.DisableReason;

/** Closes an account until staff open it again. */
final class DisableDialog extends ChoiceDialog<DisableReason> {

    private static final long serialVersionUID = 1L;

    final Checkbox endProxies = new Checkbox(Texts.text("disable.proxies"));
    private final transient CardState state;

    DisableDialog(CardState state) {
        super(
                new Words(
                        Texts.text("disable.title"),
                        Texts.text("disable.text"),
                        Texts.text("disable.verb")),
                state.act(),
                List.of(DisableReason.values()),
                reason -> Texts.of("disable.reason", reason),
                null);
        this.state = state;
        confirm.addThemeVariants(ButtonVariant.ERROR);
        fill(endProxies);
    }

    @Override
    void start(DisableReason because) {
        state.disable(because, endProxies.getValue());
    }
}
