package org.portaldesk.console.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.signals.Signal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.privacy.ReportState.Period;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.privacy.AccessReport;
import org.portaldesk.contract.problem.ProblemCode;

/** Answers a patient's question who saw their record: asks for how much, then shows the answer. */
final class AccessReportDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** How members of staff appear. */
    enum StaffShown {
        AS_SET(null),
        ROLE(false),
        NAME(true);

        private final @Nullable Boolean named;

        StaffShown(@Nullable Boolean named) {
            this.named = named;
        }
    }

    final DayField from = new DayField(Texts.text("report.from"));
    final DayField to = new DayField(Texts.text("report.to"));
    final RadioButtonGroup<StaffShown> staff = new RadioButtonGroup<>(Texts.text("report.staff"));
    final Button make = new Button(Texts.text("report.make"), _ -> make());
    private final Div said = new Div();
    private final Div place = new Div();
    private final transient ReportState state;
    private final transient Patient patient;

    AccessReportDialog(ReportState state, Patient patient) {
        this.state = state;
        this.patient = patient;
        setHeaderTitle(Texts.text("report.title"));
        setWidth("54rem");
        addClassName("report-dialog");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::make);
        staff.setItems(StaffShown.values());
        staff.setItemLabelGenerator(one -> Texts.of("report.staff", one));
        staff.setValue(StaffShown.AS_SET);
        from.addValueChangeListener(_ -> check());
        to.addValueChangeListener(_ -> check());
        said.getElement().setAttribute("role", "status");
        add(new Paragraph(intro()), fields(), said, place);
        getFooter().add(new Button(Texts.text("close"), _ -> close()), make);
        state.report().reset();
        Signal.effect(this, () -> follow(state.report().signal().get()));
    }

    private String intro() {
        var language = Locale.forLanguageTag(patient.language());
        return Texts.text(
                "report.text",
                patient.name(),
                language.getDisplayLanguage(Formats.current().locale()));
    }

    private Div fields() {
        from.setHelperText(Texts.text("report.from.help"));
        to.setHelperText(Texts.text("report.to.help"));
        var days = new Div(from, to);
        days.addClassName("report-days");
        var fields = new Div(days, staff);
        fields.addClassName("stack");
        return fields;
    }

    private Period period() {
        return new Period(from.getValue(), to.getValue());
    }

    private void check() {
        var holds = period().holdsTime();
        to.setInvalid(!holds);
        to.setErrorMessage(holds ? "" : Texts.text("report.to.earlier"));
        make.setEnabled(holds);
    }

    private void make() {
        if (make.isEnabled()) {
            state.make(patient.id(), period(), staff.getValue().named, Formats.current().zone());
        }
    }

    private void follow(Act.State<AccessReport> now) {
        said.removeAll();
        place.removeAll();
        make.setEnabled(!(now instanceof Act.State.Running<AccessReport>) && period().holdsTime());
        switch (now) {
            case Act.State.Idle<AccessReport>() -> {}
            case Act.State.Running<AccessReport>() -> place.add(running());
            case Act.State.Failed<AccessReport>(var failure) -> tell(failure);
            case Act.State.Done<AccessReport>(var report) -> show(report);
        }
    }

    /** One that comes late may be about the patient who was looked at before. */
    private void show(AccessReport report) {
        if (report.patientId().equals(patient.id())) {
            make.setText(Texts.text("report.makeAnother"));
            said.add(new StatusBadge(Tone.GOOD, made(report)));
            place.add(new ReportTable(report, () -> state.pdf(report.id())));
        }
    }

    private static String made(AccessReport report) {
        return Texts.text(
                "report.made",
                report.entries().size(),
                Formats.current().full(report.generatedAt()));
    }

    private static ProgressBar running() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", Texts.text("report.runs"));
        return bar;
    }

    /** Too much for one report has a remedy of its own. */
    private void tell(ApiFailure failure) {
        if (failure instanceof ApiFailure.Refused refused
                && refused.code() == ProblemCode.AGAINST_RULE) {
            var badge = new StatusBadge(Tone.WARN, Texts.text("report.tooMuch"));
            badge.addClassName("wraps");
            said.add(badge);
            from.focus();
        } else {
            place.add(new FailureNotice(failure, this::make));
        }
    }
}
