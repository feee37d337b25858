package org.portaldesk.console.audit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;

/** What the record is filtered by. Each change is heard at once. */
final class AuditFilterBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_ADDRESS = 45;

    final Button patient = new Button("", _ -> choosePatient());
    final TextField actor = new TextField(Texts.text("audit.actor"));
    final ComboBox<String> act = new ComboBox<>(Texts.text("audit.act"));
    final TextField address = new TextField(Texts.text("audit.address"));
    final ComboBox<AuditOutcome> outcome = new ComboBox<>(Texts.text("audit.outcome"));
    final DayField from = new DayField(Texts.text("audit.from"));
    final DayField to = new DayField(Texts.text("audit.to"));
    final Select<AuditSort> sort = new Select<>();
    final Button clear = new Button(Texts.text("audit.clear"), _ -> change(AuditFilter.ALL));
    private final transient AuditState state;
    private final SerializableConsumer<AuditFilter> changed;
    private transient AuditFilter filter = AuditFilter.ALL;

    AuditFilterBar(AuditState state, SerializableConsumer<AuditFilter> changed) {
        this.state = state;
        this.changed = changed;
        getContent().addClassNames("panel", "filter-bar");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", Texts.text("audit.filter"));
        prepareFields();
        getContent().add(patient, actor, act, outcome, address, from, to, sort, clear);
        Signal.effect(
                this,
                () ->
                        namePatient(
                                state.patient()
                                        .signal()
                                        .get()
                                        .shown()
                                        .map(known -> known.name())
                                        .orElse("")));
    }

    private void prepareFields() {
        actor.setMaxLength(100);
        actor.setClearButtonVisible(true);
        actor.setHelperText(Texts.text("audit.actor.help"));
        actor.addValueChangeListener(
                change -> heard(change.isFromClient(), filter.withActor(change.getValue())));
        act.setItems(
                Texts.vocabulary("act").stream()
                        .sorted(Comparator.comparing(word -> Texts.ofWord("act", word)))
                        .toList());
        act.setItemLabelGenerator(word -> Texts.ofWord("act", word));
        act.setClearButtonVisible(true);
        act.addValueChangeListener(
                change -> heard(change.isFromClient(), filter.withAct(change.getValue())));
        prepareHow();
        prepareOrder();
        from.addValueChangeListener(
                change -> heard(change.isFromClient(), filter.withFrom(change.getValue())));
        to.addValueChangeListener(
                change -> heard(change.isFromClient(), filter.withTo(change.getValue())));
        to.setHelperText(Texts.text("audit.zone", Formats.current().zone().getId()));
    }

    private void prepareHow() {
        outcome.setItems(AuditOutcome.values());
        outcome.setItemLabelGenerator(EventBadge::words);
        outcome.setClearButtonVisible(true);
        outcome.addValueChangeListener(
                change -> heard(change.isFromClient(), filter.withOutcome(change.getValue())));
        address.setMaxLength(LONGEST_ADDRESS);
        address.setClearButtonVisible(true);
        address.setHelperText(Texts.text("audit.address.help"));
        address.addValueChangeListener(
                change -> heardAddress(change.isFromClient(), change.getValue()));
    }

    private void prepareOrder() {
        sort.setLabel(Texts.text("audit.sort"));
        sort.setItems(AuditSort.values());
        sort.setItemLabelGenerator(by -> Texts.of("audit.sort", by));
        sort.addValueChangeListener(
                change -> heard(change.isFromClient(), filter.withSort(change.getValue())));
    }

    /** Half an address finds nothing, so nobody is sent away with nothing for it. */
    private void heardAddress(boolean fromPerson, String typed) {
        try {
            var whole = typed.isBlank() ? null : AuditFilter.address(typed);
            address.setInvalid(false);
            heard(fromPerson, filter.withAddress(whole));
        } catch (IllegalArgumentException noAddress) {
            address.setErrorMessage(Texts.text("audit.address.bad"));
            address.setInvalid(true);
        }
    }

    /** Shows the filter that the address asks for. */
    void show(AuditFilter now) {
        filter = now;
        actor.setValue(now.actor() == null ? "" : now.actor());
        act.setValue(known(now.act()));
        outcome.setValue(now.outcome());
        address.setValue(now.address() == null ? "" : now.address());
        from.setValue(now.from());
        to.setValue(now.to());
        sort.setValue(now.order());
        sort.setEnabled(now.isNarrow());
        sort.setHelperText(now.isNarrow() ? "" : Texts.text("audit.sort.help"));
        clear.setVisible(!now.equals(AuditFilter.ALL));
        namePatient(state.patient().value().map(known -> known.name()).orElse(""));
    }

    /** An act that this console has no word for can stand in an address, but not in the list. */
    private static @Nullable String known(@Nullable String act) {
        return act != null && Texts.vocabulary("act").contains(act) ? act : null;
    }

    private void namePatient(String name) {
        patient.setText(
                filter.patient() == null
                        ? Texts.text("audit.patient.any")
                        : Texts.text("audit.patient.of", name));
    }

    private void choosePatient() {
        new PatientDialog(state, one -> change(filter.withPatient(one.id()))).open();
    }

    private void heard(boolean fromPerson, AuditFilter now) {
        if (fromPerson) {
            change(now);
        }
    }

    private void change(AuditFilter now) {
        changed.accept(now);
    }
}
