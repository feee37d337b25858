package org.portaldesk.console.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.privacy.ReadingApi.ReadingBudget;
import org.portaldesk.contract.problem.ProblemCode;

/** Asks whoever was shown far more patients than others why, and leads back to where they were. */
@Route(FailureNotice.READING_REASON)
class ReadingReasonView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    final TextArea reason = Typed.area("reading.reason");
    final Button confirm = new Button(Texts.text("reading.confirm"), _ -> confirm());
    private final Div outcome = new Div();
    private final transient ReadingState state;

    ReadingReasonView(ReadingState state) {
        this.state = state;
        addClassName("screen");
        var panel = new Div(new Paragraph(Texts.text("reading.text")), reason, outcome, confirm);
        panel.addClassNames("panel", "glass");
        add(new H1(Texts.text("reading.title")), panel);
        prepare();
        Shortcut.CONFIRM.within(panel, this::confirm);
        Signal.effect(this, () -> follow(state.explaining().signal().get()));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("reading.title");
    }

    private void prepare() {
        reason.setHelperText(Texts.text("reading.reason.help"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(_ -> update());
        reason.focus();
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        update();
    }

    private void update() {
        confirm.setEnabled(reason.getValue().strip().length() >= SHORTEST);
    }

    private void confirm() {
        if (confirm.isEnabled()) {
            state.explain(reason.getValue().strip());
        }
    }

    private void follow(Act.State<ReadingBudget> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<ReadingBudget>() -> {}
            case Act.State.Running<ReadingBudget>() -> confirm.setEnabled(false);
            case Act.State.Done<ReadingBudget>(_) -> goBack();
            case Act.State.Failed<ReadingBudget>(var failure) when isSaid(failure) -> goBack();
            case Act.State.Failed<ReadingBudget>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                update();
            }
        }
    }

    /** Nobody asks any more: it was said in another tab, or the hour is over. */
    private static boolean isSaid(ApiFailure failure) {
        return failure instanceof ApiFailure.Refused(var problem)
                && problem.code() == ProblemCode.STATE_CONFLICT;
    }

    private void goBack() {
        Typed.sent(reason);
        getUI().ifPresent(ui -> ui.access(() -> ui.getPage().getHistory().back()));
    }
}
