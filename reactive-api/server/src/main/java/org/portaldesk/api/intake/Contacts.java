package org.portaldesk.api.intake;

import static java.util.Objects.requireNonNullElse;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.ContactPoint;
import org.portaldesk.api.patient.model.ContactPoint.Kind;
import org.portaldesk.api.patient.model.RelatedPerson;

/** Reads telephone numbers, e-mail addresses, and the people whom a patient names. */
final class Contacts {

    private static final int MOST = 30;

    /** HL7's role codes (v3-RoleCode) and contact roles (v2-0131), as staff would say them. */
    private static final Map<String, String> RELATIONSHIPS =
            Map.ofEntries(
                    Map.entry("GUARD", "GUARDIAN"),
                    Map.entry("MTH", "MOTHER"),
                    Map.entry("FTH", "FATHER"),
                    Map.entry("PRN", "PARENT"),
                    Map.entry("STPPRN", "STEP_PARENT"),
                    Map.entry("SPS", "SPOUSE"),
                    Map.entry("DOMPART", "PARTNER"),
                    Map.entry("CHILD", "CHILD"),
                    Map.entry("SIB", "SIBLING"),
                    Map.entry("GRPRN", "GRANDPARENT"),
                    Map.entry("N", "NEXT_OF_KIN"),
                    Map.entry("NOK", "NEXT_OF_KIN"),
                    Map.entry("C", "EMERGENCY_CONTACT"),
                    Map.entry("ECON", "EMERGENCY_CONTACT"));

    private Contacts() {}

    /** Those in use, in the feed's order of rank. */
    static List<ContactPoint> points(List<org.hl7.fhir.r4.model.ContactPoint> telecom) {
        if (telecom.size() > MOST) {
            throw new Rejection.Signal("telecom", "is there more than 30 times");
        }
        return telecom.stream()
                .filter(point -> point.getUse() != ContactPointUse.OLD)
                .sorted(Comparator.comparingInt(Contacts::rank))
                .flatMap(Contacts::point)
                .toList();
    }

    static List<RelatedPerson> related(List<ContactComponent> contacts) {
        if (contacts.size() > MOST) {
            throw new Rejection.Signal("contact", "is there more than 30 times");
        }
        return contacts.stream().flatMap(Contacts::related).toList();
    }

    private static int rank(org.hl7.fhir.r4.model.ContactPoint point) {
        return point.hasRank() ? point.getRank() : Integer.MAX_VALUE;
    }

    /** What cannot be called or written to is left out: it is no reason to refuse the patient. */
    private static Stream<ContactPoint> point(org.hl7.fhir.r4.model.ContactPoint point) {
        var kind = kind(point);
        var value = Texts.line("telecom.value", point.getValue());
        if (kind == null || value == null) {
            return Stream.empty();
        }
        var use = point.getUse() == null ? null : point.getUse().toCode();
        var read = new ContactPoint(kind, value, use);
        var usable = kind == Kind.PHONE ? !read.folded().isEmpty() : value.indexOf('@') > 0;
        return usable ? Stream.of(read) : Stream.empty();
    }

    private static @Nullable Kind kind(org.hl7.fhir.r4.model.ContactPoint point) {
        return switch (point.getSystem()) {
            case PHONE, SMS -> Kind.PHONE;
            case EMAIL -> Kind.EMAIL;
            case null, default -> null;
        };
    }

    private static Stream<RelatedPerson> related(ContactComponent contact) {
        var name = Names.of(contact.getName()).familyFirst();
        var points = points(contact.getTelecom());
        return name.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new RelatedPerson(
                                name,
                                relationship(contact),
                                first(points, Kind.PHONE),
                                first(points, Kind.EMAIL)));
    }

    private static @Nullable String first(List<ContactPoint> points, Kind kind) {
        return points.stream()
                .filter(point -> point.kind() == kind)
                .map(ContactPoint::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String relationship(ContactComponent contact) {
        var codes =
                contact.getRelationship().stream()
                        .flatMap(concept -> concept.getCoding().stream())
                        .map(Coding::getCode)
                        .map(code -> requireNonNullElse(code, ""))
                        .toList();
        return codes.stream()
                .filter(RELATIONSHIPS::containsKey)
                .map(RELATIONSHIPS::get)
                .findFirst()
                .orElseGet(() -> codes.isEmpty() ? null : asGiven(codes.getFirst()));
    }

    private static @Nullable String asGiven(String code) {
        var line = Texts.line("contact.relationship", code);
        return line == null ? null : line.toUpperCase(Locale.ROOT);
    }
}
