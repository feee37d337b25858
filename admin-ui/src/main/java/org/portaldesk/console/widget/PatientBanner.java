package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.patient.Patient;

/**
 * Who the screen is about, on every screen about a patient, in the same order, always in sight:
 * FAMILY, Given; born and age; sex; MRN.
 */
public final class PatientBanner extends Composite<Header> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    public PatientBanner(Patient patient, Component... beside) {
        getContent().addClassName("patient-banner");
        getContent().setClassName("deceased", patient.deceased());
        getContent().add(name(patient));
        getContent().add(fact("banner.born", born(patient)));
        getContent().add(fact("banner.sex", sex(patient.sex())));
        getContent().add(fact("banner.mrn", patient.mrn()));
        if (patient.deceased()) {
            getContent().add(new StatusBadge(Tone.DANGER, died(patient)));
        }
        var end = new Div(beside);
        end.addClassName("banner-end");
        getContent().add(end);
    }

    private static Component name(Patient patient) {
        var name =
                new Span(
                        patient.familyName().toUpperCase(Locale.ROOT) + ", " + patient.givenName());
        name.addClassName("banner-name");
        return name;
    }

    private String born(Patient patient) {
        var born = formats.birthDate(patient.birthDate());
        return patient.age() == null ? born : Texts.text("banner.age", born, patient.age());
    }

    private static String sex(@Nullable String sex) {
        return sex == null ? Texts.text("banner.sex.unknown") : Texts.ofWord("sex", sex);
    }

    private String died(Patient patient) {
        return patient.deceasedOn() == null
                ? Texts.text("banner.deceased")
                : Texts.text("banner.deceasedOn", formats.date(patient.deceasedOn()));
    }

    private static Component fact(String nameKey, String value) {
        var name = new Span(Texts.text(nameKey));
        name.addClassName("secondary");
        var fact = new Span(name, new Span(value));
        fact.addClassName("banner-fact");
        return fact;
    }
}
