package org.portaldesk.console.shell;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;

/** A link to the page about a patient, for screen families that must not know that one. */
public final class PatientLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "patients/";

    /**
     * @param text who it is, or what else the link says
     */
    public PatientLink(UUID patientId, String text) {
        super(PATH + patientId, text);
        addClassName("patient-link");
    }
}
