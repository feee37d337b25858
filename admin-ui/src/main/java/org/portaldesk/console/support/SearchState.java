package org.portaldesk.console.support;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Whom the caller may be. What was typed is forgotten with the screen. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SearchState {

    /** Shorter words would fit half the hospital. */
    static final int FEWEST_LETTERS = 2;

    private final PatientApi api;
    private final CursorList<PatientSummary> found;
    private final ValueSignal<Boolean> searched = new ValueSignal<>(false);
    private String words = "";

    SearchState(PatientApi api, Calls calls) {
        this.api = api;
        this.found = new CursorList<>(calls);
    }

    /**
     * Looks for these words, unless they are those looked for already or too few.
     *
     * @return whether an answer is to be awaited
     */
    boolean search(String typed) {
        var asked = typed.strip();
        if (asked.equals(words)) {
            return false;
        }
        words = asked;
        boolean enough = asked.length() >= FEWEST_LETTERS;
        searched.set(enough);
        if (enough) {
            found.open(cursor -> api.search(new PatientSearch(asked, cursor, null)));
        }
        return enough;
    }

    CursorList<PatientSummary> found() {
        return found;
    }

    /** Whether there is a list to show. */
    Signal<Boolean> searched() {
        return searched.asReadonly();
    }
}
