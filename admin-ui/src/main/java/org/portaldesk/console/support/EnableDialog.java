package org.portaldesk.console.support;

import java.util.List;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.account.EnableReason;

/** Opens an account that staff have closed. */
final class EnableDialog extends ChoiceDialog<EnableReason> {

    private static final long serialVersionUID = 1L;

    private final transient CardState state;

    EnableDialog(CardState state) {
        super(
                new Words(
                        Texts.text("enable.title"),
                        Texts.text("enable.text"),
                        Texts.text("enable.verb")),
                state.act(),
                List.of(EnableReason.values()),
                reason -> Texts.of("enable.reason", reason),
                null);
        this.state = state;
        fill();
    }

    @Override
    void start(EnableReason because) {
        state.enable(because);
    }
}
