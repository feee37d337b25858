package org.portaldesk.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with a medical record, as staff see them. Comes from the EHR feed and is never edited
 * here.
 *
 * @param birthDate masked as in {@link PatientSummary}
 * @param age completed years in the facility's zone; at death for the deceased; absent where the
 *     birth date is masked
 * @param ssnLast4 four digits, or {@code ••••} where masked; absent when not on record
 * @param address absent when masked or not on record
 * @param language BCP 47, such as {@code es-US}
 * @param deceasedOn absent for the living, and where only the fact of the death is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Patient(
        UUID id,
        String mrn,
        String name,
        String givenName,
        String familyName,
        String birthDate,
        @Nullable Integer age,
        @Nullable String sex,
        @Nullable String ssnLast4,
        List<ContactPoint> phones,
        List<ContactPoint> emails,
        @Nullable PostalAddress address,
        String language,
        boolean deceased,
        @Nullable LocalDate deceasedOn,
        PatientSummary.Account account,
        List<RelatedPerson> contacts,
        Set<MaskedField> masked) {

    /**
     * @param use {@code home}, {@code mobile}, {@code work}; absent when the feed does not say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactPoint(String value, @Nullable String use) {}

    /** A postal address as it is printed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PostalAddress(
            List<String> lines,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country) {}

    /** Somebody the record names beside the patient, such as a guardian or the next of kin. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RelatedPerson(
            String name,
            @Nullable String relationship,
            @Nullable String phone,
            @Nullable String email) {}
}
