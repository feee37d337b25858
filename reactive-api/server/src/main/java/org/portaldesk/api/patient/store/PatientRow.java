package org.portaldesk.api.patient.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.ContactPoint;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.patient.model.RelatedPerson;

/**
 * A patient as the registry holds one.
 *
 * @param proven whether a verification that the caller has passed opens the account now
 */
public record PatientRow(
        UUID id,
        String mrn,
        PersonName name,
        LocalDate birthDate,
        @Nullable String sex,
        @Nullable String ssnLast4,
        String language,
        boolean deceased,
        @Nullable LocalDate deceasedOn,
        @Nullable PostalAddress address,
        List<ContactPoint> contacts,
        List<RelatedPerson> related,
        String accountState,
        @Nullable String username,
        boolean proven) {}
