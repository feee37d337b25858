package org.portaldesk.api.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.StringType;
import org.portaldesk.api.patient.model.PersonName;

/** Reads FHIR names: the one to use comes first. */
final class Names {

    private static final int MOST = 20;

    private Names() {}

    static List<PersonName> of(List<HumanName> names) {
        if (names.size() > MOST) {
            throw new Rejection.Signal("name", "is there more than 20 times");
        }
        var read =
                names.stream()
                        .sorted(Comparator.comparingInt(Names::rank))
                        .map(Names::of)
                        .filter(name -> !name.givenFirst().isEmpty())
                        .distinct()
                        .toList();
        if (read.isEmpty()) {
            throw new Rejection.Signal("name", "is missing");
        }
        return read;
    }

    /** A name that is only a text is kept whole, as somebody's one name. */
    static PersonName of(HumanName name) {
        var family = orEmpty("name.family", name.getFamily());
        var given =
                name.getGiven().stream()
                        .map(StringType::getValue)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        var read = new PersonName(family, orEmpty("name.given", given));
        return read.givenFirst().isEmpty()
                ? new PersonName("", orEmpty("name.text", name.getText()))
                : read;
    }

    private static String orEmpty(String element, String text) {
        return Objects.requireNonNullElse(Texts.line(element, text), "");
    }

    private static int rank(HumanName name) {
        return switch (name.getUse()) {
            case OFFICIAL -> 0;
            case USUAL -> 1;
            case null -> 2;
            case TEMP, NICKNAME, ANONYMOUS, NULL -> 3;
            case OLD, MAIDEN -> 4;
        };
    }
}
