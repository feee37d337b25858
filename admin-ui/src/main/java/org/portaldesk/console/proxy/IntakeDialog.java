package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.proxy.ClaimedProxy;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;

/** Records a request that came to the desk: whose record, who asks, by which right, the pages. */
final class IntakeDialog extends ActDialog<SubmittedProxyRequest> {

    private static final long serialVersionUID = 1L;

    private static final int ADULT_AGE = 18;
    private static final int MAX_NAME = 100;
    private static final int MAX_ADDRESS = 300;
    private static final LocalTime OPENING = LocalTime.of(8, 0);

    final RadioButtonGroup<ProxyKind> kind = new RadioButtonGroup<>();
    final RadioButtonGroup<Relationship> relationship = new RadioButtonGroup<>();
    final TextField givenName = Typed.field("intake.givenName");
    final TextField familyName = Typed.field("intake.familyName");
    final DayField birthDate = new DayField(Texts.text("intake.birthDate"));
    final EmailField email = Typed.email("intake.email");
    final TextField phone = Typed.field("intake.phone");
    final TextArea address = Typed.area("intake.address");
    final DayField receivedOn = new DayField(Texts.text("intake.receivedOn"));
    private final transient IntakeState state;
    private final transient Patient patient;
    private final transient Consumer<SubmittedProxyRequest> recorded;

    /**
     * @param recorded hears of the request
     */
    IntakeDialog(IntakeState state, Patient patient, Consumer<SubmittedProxyRequest> recorded) {
        super(
                state.intake(),
                Texts.text("intake.title", patient.name()),
                Texts.text("intake.verb"),
                "intake.done");
        this.state = state;
        this.patient = patient;
        this.recorded = recorded;
        setWidth("46rem");
        addClassName("intake-dialog");
        setCloseOnOutsideClick(false);
        addDetachListener(_ -> state.forget());
        prepareChoices();
        prepareFields();
        fill(right(), person(), pages());
        Signal.effect(
                this,
                () -> {
                    state.files().get();
                    update();
                });
    }

    private void prepareChoices() {
        kind.setLabel(Texts.text("intake.kind"));
        kind.setItems(ProxyKind.values());
        kind.setItemLabelGenerator(one -> Texts.of("kind", one));
        relationship.setLabel(Texts.text("intake.relationship"));
        relationship.setItemLabelGenerator(one -> Texts.of("relation", one));
        kind.addValueChangeListener(change -> offer(change.getValue()));
        kind.setValue(isAdult() ? ProxyKind.ADULT : ProxyKind.MINOR);
        relationship.addValueChangeListener(_ -> update());
    }

    private boolean isAdult() {
        var age = patient.age();
        return age != null && age >= ADULT_AGE;
    }

    private void offer(ProxyKind of) {
        relationship.setItems(
                of == ProxyKind.MINOR
                        ? List.of(Relationship.PARENT, Relationship.GUARDIAN)
                        : List.of(Relationship.values()));
        if (of == ProxyKind.MINOR) {
            relationship.setValue(Relationship.PARENT);
        }
        update();
    }

    private void prepareFields() {
        for (var field : List.of(givenName, familyName)) {
            field.setMaxLength(MAX_NAME);
            field.setRequiredIndicatorVisible(true);
        }
        birthDate.setRequiredIndicatorVisible(true);
        birthDate.setMax(today());
        birthDate.setInitialPosition(today().minusYears(40));
        email.setHelperText(Texts.text("intake.email.help"));
        phone.setHelperText(Texts.text("intake.phone.help"));
        address.setHelperText(Texts.text("intake.address.help"));
        address.setMaxLength(MAX_ADDRESS);
        address.addClassName("wide");
        receivedOn.setMax(today());
        receivedOn.setMin(today().minusYears(1));
        receivedOn.setHelperText(Texts.text("intake.receivedOn.help"));
        for (HasValueChangeMode field : List.of(givenName, familyName, email, phone)) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
        }
        givenName.addValueChangeListener(_ -> update());
        familyName.addValueChangeListener(_ -> update());
        email.addValueChangeListener(_ -> update());
        for (DatePicker day : List.of(birthDate, receivedOn)) {
            day.addValueChangeListener(_ -> update());
        }
    }

    private static LocalDate today() {
        return LocalDate.now(Formats.current().zone());
    }

    private Component right() {
        return group("intake.right", kind, relationship);
    }

    private Component person() {
        return group("intake.person", givenName, familyName, birthDate, email, phone, address);
    }

    private Component pages() {
        var words = new Paragraph(Texts.text("intake.pages.text"));
        words.addClassNames("secondary", "wide");
        var upload = new FormUpload(state::take, state::remove);
        upload.addClassName("wide");
        return group("intake.pages", receivedOn, words, upload);
    }

    private static Component group(String title, Component... fields) {
        var heading = new H3(Texts.text(title));
        var grid = new Div(fields);
        grid.addClassName("field-grid");
        return new Div(heading, grid);
    }

    @Override
    public void open() {
        super.open();
        Focus.on(givenName);
    }

    @Override
    protected boolean ready() {
        return kind.getValue() != null
                && relationship.getValue() != null
                && !givenName.getValue().isBlank()
                && !familyName.getValue().isBlank()
                && birthDate.getValue() != null
                && !birthDate.isInvalid()
                && !email.isInvalid()
                && !receivedOn.isInvalid();
    }

    @Override
    protected void start() {
        state.submit(
                new SubmitProxyRequest(
                        patient.id(),
                        kind.getValue(),
                        new ClaimedProxy(
                                givenName.getValue().strip(),
                                familyName.getValue().strip(),
                                birthDate.getValue(),
                                given(email.getValue()),
                                given(phone.getValue()),
                                given(address.getValue())),
                        relationship.getValue(),
                        receivedAt()));
    }

    /** A day before today counts from when the desk opened on it: the earliest it can have come. */
    private @Nullable Instant receivedAt() {
        var day = receivedOn.getValue();
        return day == null || !day.isBefore(today())
                ? null
                : day.atTime(OPENING).atZone(Formats.current().zone()).toInstant();
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }

    @Override
    protected void tell(Div place, ApiFailure failure) {
        place.add(new DocumentFailure(failure));
    }

    @Override
    protected void done(SubmittedProxyRequest answer) {
        super.done(answer);
        recorded.accept(answer);
    }
}
