package org.portaldesk.console.patient;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.Finder;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ways to the screens about patients. */
@Component
public class PatientNavigation implements ScreenFamily, Finder {

    private static final int BEST = 6;

    private final PatientApi api;

    PatientNavigation(PatientApi api) {
        this.api = api;
    }

    /** Opens the page about a patient. */
    public static void open(UI ui, UUID patientId) {
        ui.navigate(path(patientId));
    }

    /** A link to the search. */
    public static RouterLink searchLink(String text) {
        return new RouterLink(text, PatientSearchView.class);
    }

    /** Opens the search. */
    static void search(UI ui) {
        ui.navigate(PatientSearchView.class);
    }

    static String path(UUID patientId) {
        return PatientView.PATH + "/" + patientId;
    }

    @Override
    public List<Destination> destinations() {
        return List.of(
                new Destination(10, "patients.title", Glyph.PATIENTS, PatientSearchView.class));
    }

    @Override
    public Permission needs() {
        return Permission.SEARCH_PATIENTS;
    }

    @Override
    public Mono<List<Found>> find(String words) {
        // Here the person's language is at hand; the answer comes on another thread.
        var formats = Formats.current();
        return api.search(new PatientSearch(words, null, BEST))
                .map(page -> page.items().stream().map(one -> found(one, formats)).toList());
    }

    private static Found found(PatientSummary patient, Formats formats) {
        return new Found(
                patient.name(),
                formats.birthDate(patient.birthDate()) + " · " + patient.mrn(),
                path(patient.id()));
    }
}
