package org.portaldesk.api.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.patient.model.PostalAddress;

/** Reads from a FHIR patient what staff need, and nothing else. */
final class PatientMapping {

    private static final String SSN_SYSTEM = "http://hl7.org/fhir/sid/us-ssn";
    private static final Pattern MRN = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final int MOST_ADDRESS_LINES = 6;

    private final ZoneId zone;

    PatientMapping(ZoneId zone) {
        this.zone = zone;
    }

    FeedPatient read(Patient patient) {
        return new FeedPatient(
                Elements.id(patient),
                mrn(patient),
                Names.of(patient.getName()),
                birthDate(patient),
                patient.hasGender() ? patient.getGender().toCode() : null,
                ssnLast4(patient),
                language(patient),
                deceased(patient),
                patient.getDeceased() instanceof DateTimeType time
                        ? Elements.day(time, zone)
                        : null,
                address(patient),
                Contacts.points(patient.getTelecom()),
                Contacts.related(patient.getContact()));
    }

    private static String mrn(Patient patient) {
        var mrn =
                patient.getIdentifier().stream()
                        .filter(identifier -> hasType(identifier, "MR"))
                        .filter(identifier -> identifier.getUse() != Identifier.IdentifierUse.OLD)
                        .map(Identifier::getValue)
                        .filter(Objects::nonNull)
                        .findFirst();
        if (!MRN.matcher(mrn.orElse("")).matches()) {
            throw new Rejection.Signal("identifier", "holds no MRN of type MR");
        }
        return mrn.orElseThrow();
    }

    /** All but the last four digits end here. */
    private static @Nullable String ssnLast4(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(id -> SSN_SYSTEM.equals(id.getSystem()) || hasType(id, "SS"))
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .map(value -> NOT_DIGITS.matcher(value).replaceAll(""))
                .filter(digits -> digits.length() == 9 || digits.length() == 4)
                .map(digits -> digits.substring(digits.length() - 4))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasType(Identifier identifier, String code) {
        return identifier.getType().getCoding().stream()
                .anyMatch(coding -> code.equals(coding.getCode()));
    }

    private LocalDate birthDate(Patient patient) {
        var date = patient.getBirthDateElement();
        if (!patient.hasBirthDate()) {
            throw new Rejection.Signal("birthDate", "is missing");
        }
        var day = Elements.day(date, zone);
        if (day == null) {
            throw new Rejection.Signal("birthDate", "is not a full date");
        }
        if (day.isBefore(EARLIEST) || day.isAfter(LocalDate.now(zone).plusDays(1))) {
            throw new Rejection.Signal("birthDate", "is not a day on which a patient can be born");
        }
        return day;
    }

    private static boolean deceased(Patient patient) {
        return patient.getDeceased() instanceof BooleanType yes
                ? yes.booleanValue()
                : patient.hasDeceasedDateTimeType();
    }

    private static String language(Patient patient) {
        var spoken = patient.getCommunication();
        return spoken.stream()
                .filter(PatientCommunicationComponent::getPreferred)
                .findFirst()
                .or(() -> spoken.stream().findFirst())
                .flatMap(language -> Optional.ofNullable(code(language)))
                .filter(code -> LANGUAGE.matcher(code).matches())
                .orElse("en");
    }

    private static @Nullable String code(PatientCommunicationComponent spoken) {
        return Elements.coding(spoken.getLanguage()).getCode();
    }

    private static @Nullable PostalAddress address(Patient patient) {
        var current =
                patient.getAddress().stream()
                        .filter(address -> address.getUse() != Address.AddressUse.OLD)
                        .toList();
        return current.stream()
                .filter(address -> address.getUse() == Address.AddressUse.HOME)
                .findFirst()
                .or(() -> current.stream().findFirst())
                .map(PatientMapping::address)
                .orElse(null);
    }

    private static PostalAddress address(Address address) {
        return new PostalAddress(
                lines(address.getLine()),
                Texts.line("address.city", address.getCity()),
                Texts.line("address.state", address.getState()),
                Texts.line("address.postalCode", address.getPostalCode()),
                Texts.line("address.country", address.getCountry()));
    }

    private static List<String> lines(List<StringType> lines) {
        if (lines.size() > MOST_ADDRESS_LINES) {
            throw new Rejection.Signal("address.line", "is there more than 6 times");
        }
        return lines.stream()
                .map(line -> Texts.line("address.line", line.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }
}
