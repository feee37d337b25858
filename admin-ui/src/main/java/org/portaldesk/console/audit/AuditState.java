package org.portaldesk.console.audit;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The events that are listed, the one that is looked at, and the patient it is all about. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AuditState {

    /** Shorter words would fit half the hospital. */
    static final int FEWEST_LETTERS = 2;

    private final AuditApi api;
    private final PatientApi patients;
    private final CursorList<AuditEvent> events;
    private final CursorList<PatientSummary> found;
    private final Latest<Patient> patient;
    private final ValueSignal<Optional<AuditEvent>> chosen = new ValueSignal<>(Optional.empty());
    private @Nullable UUID named;

    AuditState(AuditApi api, PatientApi patients, Calls calls) {
        this.api = api;
        this.patients = patients;
        this.events = new CursorList<>(calls);
        this.found = new CursorList<>(calls);
        this.patient = new Latest<>(calls);
    }

    /**
     * @param zone the facility's: days begin and end there
     */
    void open(AuditFilter filter, ZoneId zone) {
        chosen.set(Optional.empty());
        name(filter.patient());
        events.open(
                cursor ->
                        api.list(
                                filter.patient(),
                                filter.actor(),
                                filter.act(),
                                filter.address(),
                                filter.outcome(),
                                filter.begin(zone),
                                filter.end(zone),
                                filter.order(),
                                cursor,
                                filter.isTimeline() ? Page.MAX_LIMIT : null));
    }

    /** The address holds only an id; the screen says whose. */
    private void name(@Nullable UUID id) {
        if (id != null && !id.equals(named)) {
            patient.load(patients.get(id));
        }
        named = id;
    }

    /** Looks for a patient to filter by. */
    void search(String words) {
        if (words.strip().length() >= FEWEST_LETTERS) {
            found.open(cursor -> patients.search(new PatientSearch(words.strip(), cursor, null)));
        }
    }

    void choose(AuditEvent event) {
        chosen.set(Optional.of(event));
    }

    void close() {
        chosen.set(Optional.empty());
    }

    CursorList<AuditEvent> events() {
        return events;
    }

    CursorList<PatientSummary> found() {
        return found;
    }

    /** Who is filtered by; only while somebody is. */
    Latest<Patient> patient() {
        return patient;
    }

    Signal<Optional<AuditEvent>> chosen() {
        return chosen.asReadonly();
    }
}
