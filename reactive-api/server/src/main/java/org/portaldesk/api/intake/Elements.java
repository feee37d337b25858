package org.portaldesk.api.intake;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads what several resources have in common. */
final class Elements {

    private static final int MOST_CODINGS = 5000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private Elements() {}

    static String id(Resource resource) {
        return id("id", resource.getIdElement().getIdPart());
    }

    /** The id of the patient whom a resource is about. */
    static String patient(Reference subject) {
        var reference = subject.getReferenceElement();
        if (reference.hasResourceType() && !"Patient".equals(reference.getResourceType())) {
            throw new Rejection.Signal("subject", "is not a patient");
        }
        return id("subject", reference.getIdPart());
    }

    static String id(String element, @Nullable String id) {
        if (id == null) {
            throw new Rejection.Signal(element, "is missing");
        }
        if (!ID.matcher(id).matches()) {
            throw new Rejection.Signal(element, "is not a FHIR id");
        }
        return id;
    }

    /** What people call the thing that a code stands for. */
    static String title(CodeableConcept concept) {
        var text = Texts.line("code.text", concept.getText());
        return text != null
                ? text
                : Texts.required(
                        "code",
                        coding(concept).hasDisplay()
                                ? coding(concept).getDisplay()
                                : coding(concept).getCode());
    }

    /** Every code of every coding, in any system; an empty one says nothing. */
    static List<String> codes(String element, List<CodeableConcept> concepts) {
        var codings = concepts.stream().flatMap(concept -> concept.getCoding().stream()).toList();
        if (codings.size() > MOST_CODINGS) {
            throw new Rejection.Signal(element, "has more than 5000 codings");
        }
        return codings.stream()
                .map(coding -> Texts.line(element + ".coding.code", coding.getCode()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Every word that goes with the codes, in any language. */
    static Stream<String> words(Stream<CodeableConcept> concepts) {
        return concepts.flatMap(
                        concept ->
                                Stream.concat(
                                        Stream.ofNullable(concept.getText()),
                                        concept.getCoding().stream()
                                                .map(Coding::getDisplay)
                                                .filter(Objects::nonNull)))
                .map(Texts::searched);
    }

    /** Whom references name, as far as they say it. */
    static List<String> names(List<Reference> references) {
        return references.stream()
                .map(Reference::getDisplay)
                .filter(Objects::nonNull)
                .map(Texts::searched)
                .toList();
    }

    static Coding coding(CodeableConcept concept) {
        return concept.getCodingFirstRep();
    }

    /** When something was so: a time, an instant, or the beginning of a period. */
    static @Nullable Instant effective(@Nullable Type effective, ZoneId zone) {
        return switch (effective) {
            case DateTimeType time -> instant(time, zone);
            case InstantType instant -> instant(instant, zone);
            case Period period when period.hasStart() -> instant(period.getStartElement(), zone);
            case null, default -> null;
        };
    }

    /** A date without a time of day begins at midnight where the facility is. */
    static @Nullable Instant instant(@Nullable BaseDateTimeType time, ZoneId zone) {
        if (time == null || time.getValue() == null) {
            return null;
        }
        return hasTime(time)
                ? time.getValue().toInstant()
                : firstDay(time).atStartOfDay(zone).toInstant();
    }

    /** The day, where the facility is; null when the feed knows only the month or year. */
    static @Nullable LocalDate day(BaseDateTimeType time, ZoneId zone) {
        if (time.getValue() == null) {
            return null;
        }
        if (hasTime(time)) {
            return LocalDate.ofInstant(time.getValue().toInstant(), zone);
        }
        return time.getPrecision() == TemporalPrecisionEnum.DAY ? firstDay(time) : null;
    }

    private static boolean hasTime(BaseDateTimeType time) {
        return time.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal();
    }

    private static LocalDate firstDay(BaseDateTimeType time) {
        var month = time.getMonth() == null ? 0 : time.getMonth();
        var day = time.getDay() == null ? 1 : time.getDay();
        return LocalDate.of(time.getYear(), month + 1, day);
    }
}
