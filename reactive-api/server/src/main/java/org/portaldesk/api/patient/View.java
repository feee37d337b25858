package org.portaldesk.api.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.api.patient.model.ContactPoint;
import org.portaldesk.api.patient.model.PatientQuery;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.patient.model.RelatedPerson;
import org.portaldesk.api.patient.store.PatientRow;
import org.portaldesk.api.patient.store.SearchRow;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.Masks;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientSummary;

/**
 * What one caller sees of patients. Masked data does not leave the API: it is not hidden by the
 * console.
 *
 * @param unmasked whether this caller sees everything; never who verifies callers, whatever else
 *     they do: what they see proves nothing
 */
record View(boolean unmasked, Facility facility) {

    private static final Set<MaskedField> MASKED =
            Collections.unmodifiableSet(EnumSet.allOf(MaskedField.class));

    /** What the account's own contacts tell a caller who has proven who they are. */
    private static final Set<MaskedField> MASKED_FOR_PROVEN =
            Collections.unmodifiableSet(
                    EnumSet.of(MaskedField.BIRTH_DATE, MaskedField.SSN_LAST4, MaskedField.ADDRESS));

    private static final Set<MaskedField> MASKED_IN_ROWS =
            Collections.unmodifiableSet(EnumSet.of(MaskedField.BIRTH_DATE, MaskedField.MRN));

    private static final String MASKED_SSN = "••••";
    private static final String MASKED_MRN = "••••••••";
    private static final String MASKED_DATE = "••••-••-••";

    static View of(Caller caller, Facility facility) {
        return new View(caller.may(Permission.SEE_UNMASKED) && !Masks.isBlind(caller), facility);
    }

    /** How much of the patients a search shows. */
    enum Rows {
        CLEAR,
        /** The year of birth and the last four of the MRN. */
        MASKED,
        /** Neither: whoever verifies callers asks for two identifiers first. */
        NAMES
    }

    /** What a search has to name before its rows tell more. */
    Rows rows(PatientQuery query) {
        if (unmasked) {
            return query.vague() ? Rows.MASKED : Rows.CLEAR;
        }
        return query.twoIdentifiers() ? Rows.MASKED : Rows.NAMES;
    }

    /**
     * @param locked the patients whose accounts are locked now
     */
    PatientSummary summary(SearchRow row, Set<UUID> locked, Rows rows) {
        if (row.closed()) {
            return closed(row);
        }
        return new PatientSummary(
                row.id(),
                mrn(row, rows),
                row.name().familyFirst(),
                birthDate(row, rows),
                account(row.id(), row.accountState(), username(row.username()), locked),
                row.deceased(),
                false,
                rows == Rows.CLEAR ? Set.of() : MASKED_IN_ROWS);
    }

    private static String mrn(SearchRow row, Rows rows) {
        return switch (rows) {
            case CLEAR -> row.mrn();
            case MASKED -> Masks.identifier(row.mrn());
            case NAMES -> MASKED_MRN;
        };
    }

    private static String birthDate(SearchRow row, Rows rows) {
        return switch (rows) {
            case CLEAR -> row.birthDate().toString();
            case MASKED -> year(row.birthDate());
            case NAMES -> MASKED_DATE;
        };
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
        var contacts = unmasked || row.proven();
        return new Patient(
                row.id(),
                contacts ? row.mrn() : Masks.identifier(row.mrn()),
                row.name().familyFirst(),
                row.name().given(),
                row.name().family(),
                birthDate(row.birthDate()),
                unmasked ? age(row) : null,
                row.sex(),
                ssn(row.ssnLast4()),
                points(row, ContactPoint.Kind.PHONE, contacts ? phone -> phone : Masks::phone),
                points(row, ContactPoint.Kind.EMAIL, contacts ? email -> email : Masks::email),
                unmasked ? address(row.address()) : null,
                row.language(),
                row.deceased(),
                row.deceasedOn(),
                account(row.id(), row.accountState(), username(row.username()), locked),
                row.related().stream().map(this::related).toList(),
                unmasked ? Set.of() : contacts ? MASKED_FOR_PROVEN : MASKED);
    }

    private @Nullable String username(@Nullable String whole) {
        return unmasked || whole == null ? whole : Masks.username(whole);
    }

    private String birthDate(LocalDate birthDate) {
        return unmasked ? birthDate.toString() : year(birthDate);
    }

    private static String year(LocalDate birthDate) {
        return "%04d-••-••".formatted(birthDate.getYear());
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

    private static List<Patient.ContactPoint> points(
            PatientRow row, ContactPoint.Kind kind, UnaryOperator<String> shown) {
        return row.contacts().stream()
                .filter(point -> point.kind() == kind)
                .map(point -> new Patient.ContactPoint(shown.apply(point.value()), point.use()))
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

    /** A mother's number is often the child's. */
    private Patient.RelatedPerson related(RelatedPerson person) {
        return new Patient.RelatedPerson(
                person.name(),
                person.relationship(),
                unmasked || person.phone() == null ? person.phone() : Masks.phone(person.phone()),
                unmasked || person.email() == null ? person.email() : Masks.email(person.email()));
    }
}
