package org.portaldesk.console.support;

import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.verification.AbandonReason;

/** Gives a verification up, with a reason. */
final class GiveUpDialog extends ChoiceDialog<AbandonReason> {

    private static final long serialVersionUID = 1L;

    private final transient CallState state;

    GiveUpDialog(CallState state) {
        super(
                new Words(
                        Texts.text("giveUp.title"),
                        Texts.text("giveUp.text"),
                        Texts.text("giveUp.verb")),
                state.end(),
                List.of(AbandonReason.values()),
                reason -> Texts.of("giveUp.reason", reason),
                null);
        this.state = state;
        confirm.addThemeVariants(ButtonVariant.ERROR);
        fill();
    }

    @Override
    void start(AbandonReason because) {
        state.abandon(because);
    }
}
