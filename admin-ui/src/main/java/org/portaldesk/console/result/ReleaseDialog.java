package org.portaldesk.console.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.Result;

/** Lets a result go before its delay ends, once more asked: it cannot be taken back. */
final class ReleaseDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final Button confirm = new Button(Texts.text("result.release.verb"), _ -> confirm());
    private final Div outcome = new Div();
    private final transient ResultState state;
    private final transient Result result;

    ReleaseDialog(ResultState state, Result result) {
        this.state = state;
        this.result = result;
        setHeaderTitle(Texts.text("result.release.ask"));
        setWidth("32rem");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::confirm);
        var statute = String.valueOf(result.statute());
        add(new Paragraph(Texts.text("result.release.text", result.title(), statute)), outcome);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
        state.act().reset();
        Signal.effect(this, () -> follow(state.act().signal().get()));
    }

    private void confirm() {
        if (confirm.isEnabled()) {
            state.release(result);
        }
    }

    private void follow(Act.State<Result> now) {
        outcome.removeAll();
        confirm.setEnabled(!(now instanceof Act.State.Running<Result>));
        switch (now) {
            case Act.State.Idle<Result>(), Act.State.Running<Result>() -> {}
            case Act.State.Done<Result>(_) -> close();
            case Act.State.Failed<Result>(var failure) -> outcome.add(new RuleNotice(failure));
        }
    }
}
