package org.portaldesk.console.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.result.ResultState.Sight;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.Result;

/** Places a hold on one result. */
final class HoldDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final HoldForm form;
    final Button confirm = new Button(Texts.text("hold.verb"), _ -> confirm());
    private final Div outcome = new Div();
    private final transient ResultState state;
    private final transient Sight sight;

    HoldDialog(ResultState state, Sight sight) {
        this.state = state;
        this.sight = sight;
        form =
                new HoldForm(
                        List.of(HoldBasis.values()),
                        sight.proxies(),
                        state.determiners(),
                        this::update);
        setHeaderTitle(Texts.text("hold.ask"));
        setWidth("40rem");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        confirm.setEnabled(false);
        Shortcut.CONFIRM.within(this, this::confirm);
        add(new Paragraph(Texts.text("hold.text")), form, outcome);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
        state.act().reset();
        Signal.effect(this, () -> follow(state.act().signal().get()));
    }

    private void update() {
        confirm.setEnabled(form.isWhole());
    }

    private void confirm() {
        if (confirm.isEnabled()) {
            state.hold(sight.result(), form.hold());
        }
    }

    private void follow(Act.State<Result> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<Result>() -> {}
            case Act.State.Running<Result>() -> confirm.setEnabled(false);
            case Act.State.Done<Result>(_) -> close();
            case Act.State.Failed<Result>(var failure) -> {
                outcome.add(new RuleNotice(failure));
                update();
            }
        }
    }
}
