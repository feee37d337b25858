package org.portaldesk.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A child that the EHR sends, and sends again with another birth date. */
record Child(String id, String mrn, String givenName, String familyName, LocalDate birthDate) {

    /** Somebody of that age, with a name and a number that nobody else has. */
    static Child aged(int years) {
        var number = System.nanoTime() % 100_000_000;
        return new Child(
                "journey-" + number,
                "9%08d".formatted(number),
                "Tomasina",
                "Quell" + letters(number),
                LocalDate.now().minusYears(years).minusDays(40));
    }

    private static String letters(long number) {
        return Long.toString(number)
                .chars()
                .map(digit -> 'a' + digit - '0')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Child born(LocalDate day) {
        return new Child(id, mrn, givenName, familyName, day);
    }

    void send(Portal feed) {
        var answer = feed.put("/fhir/Patient/" + id, resource());
        if (answer.status() >= 300) {
            throw new AssertionError("The feed was answered with " + answer);
        }
    }

    private Map<String, Object> resource() {
        return Map.of(
                "resourceType",
                "Patient",
                "id",
                id,
                "identifier",
                List.of(
                        Map.of(
                                "type",
                                Map.of("coding", List.of(Map.of("code", "MR"))),
                                "value",
                                mrn)),
                "name",
                List.of(
                        Map.of(
                                "use",
                                "official",
                                "family",
                                familyName,
                                "given",
                                List.of(givenName))),
                "birthDate",
                birthDate.toString(),
                "gender",
                "female");
    }
}
