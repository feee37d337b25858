package org.portaldesk.console.patient;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.RevealField;
import org.portaldesk.contract.patient.RevealedField;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** One patient, what was done for them, and the masked fields that were shown on asking. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PatientState {

    private final PatientApi api;
    private final AuditApi audit;
    private final Latest<Patient> patient;
    private final CursorList<AuditEvent> history;
    private final Act<RevealedField> reveal;
    private final ValueSignal<Map<MaskedField, String>> revealed = new ValueSignal<>(Map.of());
    private UUID id = new UUID(0, 0);

    PatientState(PatientApi api, AuditApi audit, Calls calls) {
        this.api = api;
        this.audit = audit;
        this.patient = new Latest<>(calls);
        this.history = new CursorList<>(calls);
        this.reveal = new Act<>(calls);
    }

    /** Turns to this patient. What was revealed of another is forgotten. */
    void open(UUID id) {
        this.id = id;
        revealed.set(Map.of());
        reload();
    }

    /** Reads the patient anew, as after an act. */
    void reload() {
        patient.load(api.get(id));
    }

    /** Reads what was done; for those who may. */
    void loadHistory() {
        history.open(cursor -> audit.history(id, cursor, null));
    }

    /** Asks for a masked field. The reason goes on record before the value comes. */
    void reveal(MaskedField field, String reason) {
        reveal.start(api.reveal(id, new RevealField(field, reason)).doOnNext(this::remember));
    }

    private void remember(RevealedField answer) {
        revealed.update(
                known -> {
                    var all = new EnumMap<MaskedField, String>(MaskedField.class);
                    all.putAll(known);
                    all.put(answer.field(), answer.value() == null ? "" : answer.value());
                    return Map.copyOf(all);
                });
    }

    UUID id() {
        return id;
    }

    Latest<Patient> patient() {
        return patient;
    }

    CursorList<AuditEvent> history() {
        return history;
    }

    Act<RevealedField> reveal() {
        return reveal;
    }

    /** What was revealed; an empty text where the record holds nothing. */
    Signal<Map<MaskedField, String>> revealed() {
        return revealed.asReadonly();
    }
}
