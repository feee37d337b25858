package org.portaldesk.api.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.api.patient.model.ContactPoint;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.patient.model.RelatedPerson;
import org.portaldesk.api.patient.store.PatientRow;
import org.portaldesk.api.patient.store.SearchRow;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientSummary;

/**
 * What one caller sees of patients. Masked data does not leave the API: it is not hidden by the
 * console.
 *
 * @param unmasked whether this caller sees everything
 */
record View(boolean unmasked, Facility facility) {

    private static final Set<MaskedField> MASKED =
            EnumSet.of(MaskedField.BIRTH_DATE, MaskedField.SSN_LAST4, MaskedField.ADDRESS);
    private static final String MASKED_SSN = "••••";
    private static final String MASKED_MRN = "••••••••";
    private static final String MASKED_DATE = "••••-••-••";

    static View of(Caller caller, Facility facility) {
        return new View(caller.may(Permission.SEE_UNMASKED), facility);
    }

    /**
     * @param locked the patients whose accounts are locked now
     */
    PatientSummary summary(SearchRow row, Set<UUID> locked) {
        if (row.closed()) {
            return closed(row);
        }
        return new PatientSummary(
                row.id(),
                row.mrn(),
                row.name().familyFirst(),
                birthDate(row.birthDate()),
                account(row.id(), row.accountState(), row.username(), locked),
                row.deceased(),
                false,
                unmasked ? Set.of() : Set.of(MaskedField.BIRTH_DATE));
    }

    /** Enough to know whose glass it is, and nothing of the record. */
    private static PatientSummary closed(SearchRow row) {
        return new PatientSummary(
                row.id(),
                MASKED_MRN,
                row.name().familyFirst(),
                MASKED_DATE,
                null,
                false,
                true,
                Set.of(MaskedField.BIRTH_DATE));
    }

    /**
     * @param locked the patients whose accounts are locked now
     */
    Patient patient(PatientRow row, Set<UUID> locked) {
        return new Patient(
                row.id(),
                row.mrn(),
                row.name().familyFirst(),
                row.name().given(),
                row.name().family(),
                birthDate(row.birthDate()),
                unmasked ? age(row) : null,
                row.sex(),
                ssn(row.ssnLast4()),
                points(row, ContactPoint.Kind.PHONE),
                points(row, ContactPoint.Kind.EMAIL),
                unmasked ? address(row.address()) : null,
                row.language(),
                row.deceased(),
                row.deceasedOn(),
                account(row.id(), row.accountState(), row.username(), locked),
                row.related().stream().map(View::related).toList(),
                unmasked ? Set.of() : MASKED);
    }

    private String birthDate(LocalDate birthDate) {
        return unmasked ? birthDate.toString() : "%04d-••-••".formatted(birthDate.getYear());
    }

    private @Nullable String ssn(@Nullable String last4) {
        return unmasked || last4 == null ? last4 : MASKED_SSN;
    }

    /** At death for the deceased; unknown where only the fact of the death is. */
    private @Nullable Integer age(PatientRow row) {
        if (row.deceasedOn() != null) {
            return Age.on(row.birthDate(), row.deceasedOn());
        }
        return row.deceased() ? null : Age.at(row.birthDate(), Instant.now(), facility.zone());
    }

    /** Our own tables know an account as open or closed; whether it is locked, Keycloak knows. */
    private static PatientSummary.Account account(
            UUID patientId, String known, @Nullable String username, Set<UUID> locked) {
        var state = AccountState.valueOf(known);
        return new PatientSummary.Account(
                state == AccountState.ACTIVE && locked.contains(patientId)
                        ? AccountState.LOCKED
                        : state,
                username);
    }

    private static List<Patient.ContactPoint> points(PatientRow row, ContactPoint.Kind kind) {
        return row.contacts().stream()
                .filter(point -> point.kind() == kind)
                .map(point -> new Patient.ContactPoint(point.value(), point.use()))
                .toList();
    }

    private static Patient.@Nullable PostalAddress address(@Nullable PostalAddress address) {
        return address == null
                ? null
                : new Patient.PostalAddress(
                        address.lines(),
                        address.city(),
                        address.state(),
                        address.postalCode(),
                        address.country());
    }

    private static Patient.RelatedPerson related(RelatedPerson person) {
        return new Patient.RelatedPerson(
                person.name(), person.relationship(), person.phone(), person.email());
    }
}
