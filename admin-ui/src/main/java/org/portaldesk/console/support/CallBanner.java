package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.patient.Patient;

/**
 * Whom the call is about, with nothing that the caller is asked for but the name by which they were
 * found; the same for every role. No link leads from here to the patient's page, where more stands.
 */
final class CallBanner extends Composite<Header> {

    private static final long serialVersionUID = 1L;

    CallBanner(Patient patient) {
        getContent().addClassName("patient-banner");
        getContent().setClassName("deceased", patient.deceased());
        var name =
                new Span(
                        patient.familyName().toUpperCase(Locale.ROOT) + ", " + patient.givenName());
        name.addClassName("banner-name");
        getContent()
                .add(
                        name,
                        fact("banner.born", Masks.birthDate(patient.birthDate())),
                        fact("banner.mrn", Masks.identifier(patient.mrn())),
                        fact("contact.language", language(patient)));
        if (patient.deceased()) {
            getContent().add(new StatusBadge(Tone.DANGER, Texts.text("banner.deceased")));
        }
    }

    private String language(Patient patient) {
        return Locale.forLanguageTag(patient.language()).getDisplayLanguage(getLocale());
    }

    private static Component fact(String nameKey, String value) {
        var name = new Span(Texts.text(nameKey));
        name.addClassName("secondary");
        var fact = new Span(name, new Span(value));
        fact.addClassName("banner-fact");
        return fact;
    }
}
