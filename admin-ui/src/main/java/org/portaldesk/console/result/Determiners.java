package org.portaldesk.console.result;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.clinician.ClinicianApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who may determine a hold, as far as the directory has been searched. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Determiners {

    static final int FEWEST_LETTERS = 2;

    private static final int PAGE = 8;

    private final ClinicianApi api;
    private final CursorList<Clinician> found;

    Determiners(ClinicianApi api, Calls calls) {
        this.api = api;
        this.found = new CursorList<>(calls);
    }

    /** Asks for those whom the words may mean. */
    void search(String typed) {
        var words = typed.strip();
        if (words.length() >= FEWEST_LETTERS) {
            found.open(cursor -> api.list(words, true, cursor, PAGE));
        }
    }

    CursorList<Clinician> found() {
        return found;
    }
}
