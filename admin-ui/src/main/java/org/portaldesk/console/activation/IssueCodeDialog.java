package org.portaldesk.console.activation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.problem.ProblemCode;

/**
 * Issues a code: what stands in the way, which channel and what goes where, why where that is
 * needed. A handed-over code is then shown, once.
 */
final class IssueCodeDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 500;

    final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>();
    final TextField reason = Typed.field("issue.reason");
    final Button submit;
    private final Div outcome = new Div();
    private final transient CodesState state;
    private final transient Patient patient;
    private final transient Prechecks checks;
    private final boolean replaces;

    IssueCodeDialog(CodesState state, Patient patient) {
        this.state = state;
        this.patient = patient;
        this.checks = Prechecks.of(patient);
        this.replaces = state.live().isPresent();
        setHeaderTitle(Texts.text("issue.title"));
        setWidth("34rem");
        addClassName("issue-dialog");
        submit = new Button(Texts.text("issue.submit"), _ -> issue());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::issue);
        add(new ChecksList(checks), channels(), reasonField(), outcome);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), submit);
        update();
        Signal.effect(this, () -> follow(state.issue().signal().get()));
    }

    private RadioButtonGroup<Channel> channels() {
        channel.setLabel(Texts.text("issue.channel"));
        channel.setItems(Channel.values());
        channel.setRenderer(new ComponentRenderer<>(this::option));
        channel.setItemEnabledProvider(checks::allows);
        channel.addValueChangeListener(_ -> update());
        if (checks.allows(Channel.HANDED_OVER)) {
            channel.setValue(Channel.HANDED_OVER);
        }
        return channel;
    }

    private Component option(Channel one) {
        var where = new Paragraph(checks.where(one));
        where.addClassName("secondary");
        var option = new Div(new Paragraph(Texts.of("channel", one)), where);
        option.addClassName("option");
        return option;
    }

    private Component reasonField() {
        reason.setMaxLength(MAX_REASON);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(_ -> update());
        reason.setVisible(replaces);
        reason.setRequiredIndicatorVisible(true);
        state.live()
                .ifPresent(
                        live ->
                                reason.setHelperText(
                                        Texts.text(
                                                "issue.replaces",
                                                Formats.current().moment(live.issuedAt()))));
        return reason;
    }

    private void update() {
        submit.setEnabled(
                checks.passed()
                        && channel.getValue() != null
                        && (!replaces || !reason.getValue().isBlank()));
    }

    private void issue() {
        if (submit.isEnabled()) {
            var why = reason.getValue().strip();
            state.issue(channel.getValue(), why.isEmpty() ? null : why);
        }
    }

    private void follow(Act.State<ActivationCode> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<ActivationCode>() -> {}
            case Act.State.Running<ActivationCode>() -> submit.setEnabled(false);
            case Act.State.Failed<ActivationCode>(var failure) -> refused(failure);
            case Act.State.Done<ActivationCode>(var code) -> issued(code);
        }
    }

    private void refused(ApiFailure failure) {
        outcome.add(new FailureNotice(failure, null));
        update();
        if (failure instanceof ApiFailure.Refused refused
                && refused.code() == ProblemCode.CONTACT_COLLISION) {
            submit.setEnabled(false);
            outcome.add(new SecondPersonPanel(state, channel.getValue()));
        }
    }

    private void issued(ActivationCode code) {
        close();
        if (code.code() != null) {
            new ShowCodeDialog(code, code.code(), patient, replaces).open();
            return;
        }
        var told =
                Notification.show(
                        Texts.text("issue.done." + code.channel()),
                        5000,
                        Notification.Position.BOTTOM_END);
        told.addThemeVariants(NotificationVariant.SUCCESS);
    }
}
