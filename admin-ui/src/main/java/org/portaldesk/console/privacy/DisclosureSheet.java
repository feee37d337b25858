package org.portaldesk.console.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.privacy.Disclosure;

/** The accounting as the patient takes it home, in their language; seen on paper only. */
final class DisclosureSheet extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    DisclosureSheet(Patient patient, List<Disclosure> disclosures, Formats theirs) {
        var words = new DisclosureWords(theirs);
        getContent().addClassNames("print-sheet", "pages");
        getContent().getElement().setAttribute("lang", words.language().toLanguageTag());
        getContent().getElement().setAttribute("aria-hidden", "true");
        getContent()
                .add(
                        new H1(words.text("disclosures.title")),
                        new Paragraph(
                                words.text(
                                        "disclosures.sheet.of",
                                        patient.name(),
                                        patient.mrn(),
                                        theirs.full(Instant.now()))),
                        new Paragraph(words.text("disclosures.sheet.text")));
        getContent()
                .add(
                        disclosures.isEmpty()
                                ? new Paragraph(words.text("disclosures.none.title"))
                                : new DisclosureTable(disclosures, words));
    }
}
