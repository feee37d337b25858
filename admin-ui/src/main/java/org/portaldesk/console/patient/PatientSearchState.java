package org.portaldesk.console.patient;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;

/**
 * What was looked for and found. It lives as long as the page in the browser, so that coming back
 * from a patient finds the list as it was; it never stands in an address.
 */
@SpringComponent
@UIScope
class PatientSearchState {

    /** Shorter words would fit half the hospital. */
    static final int FEWEST_LETTERS = 2;

    private final PatientApi api;
    private final ValueSignal<String> words = new ValueSignal<>("");
    private final CursorList<PatientSummary> found;

    PatientSearchState(PatientApi api, Calls calls) {
        this.api = api;
        this.found = new CursorList<>(calls);
    }

    /** Looks for these words, unless they are those looked for already or too few. */
    void search(String typed) {
        var asked = typed.strip();
        if (asked.equals(words.peek())) {
            return;
        }
        words.set(asked);
        if (asked.length() >= FEWEST_LETTERS) {
            found.open(cursor -> api.search(new PatientSearch(asked, cursor, null)));
        }
    }

    /** The words as they were last looked for. */
    String words() {
        return words.peek();
    }

    /** Whether there is a list to show. */
    Signal<Boolean> searched() {
        return words.map(asked -> asked.length() >= FEWEST_LETTERS);
    }

    CursorList<PatientSummary> found() {
        return found;
    }
}
