package org.portaldesk.api.patient.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the EHR feed says of a patient, as far as staff need it.
 *
 * @param fhirId the feed's own id
 * @param names the one to use first; then former, maiden and other ones, under which people ask
 * @param ssnLast4 four digits; the rest of the number never gets here
 * @param language BCP 47
 * @param deceasedOn where the facility is; absent for the living and where the day is not known
 */
public record FeedPatient(
        String fhirId,
        String mrn,
        List<PersonName> names,
        LocalDate birthDate,
        @Nullable String sex,
        @Nullable String ssnLast4,
        String language,
        boolean deceased,
        @Nullable LocalDate deceasedOn,
        @Nullable PostalAddress address,
        List<ContactPoint> contacts,
        List<RelatedPerson> related) {

    public FeedPatient {
        names = List.copyOf(names);
        contacts = List.copyOf(contacts);
        related = List.copyOf(related);
    }

    /** The name to use. */
    public PersonName name() {
        return names.getFirst();
    }
}
