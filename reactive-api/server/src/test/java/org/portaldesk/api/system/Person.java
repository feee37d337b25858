package org.portaldesk.api.system;

import java.time.LocalDate;

/** A made-up patient; every number makes another one. */
record Person(int number, LocalDate birthDate, String ssnLast4) {

    static Person numbered(int number) {
        return new Person(
                number,
                LocalDate.of(1950, 1, 1).plusDays(number * 17L % 18_000),
                "%04d".formatted(number % 10_000));
    }

    String username() {
        return "race-" + number;
    }

    String mrn() {
        return "%08d".formatted(77_000_000 + number);
    }

    String fhirId() {
        return "race-" + number;
    }

    /** As the EHR feed would send them. */
    String asFhir() {
        return """
        {"resourceType": "Patient", "id": "%s", "birthDate": "%s",
         "identifier": [
             {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]},
              "value": "%s"},
             {"system": "http://hl7.org/fhir/sid/us-ssn", "value": "999-12-%s"}],
         "name": [{"family": "Racer%d", "given": ["Ana"]}],
         "telecom": [{"system": "email", "value": "%s@example.org"}]}
        """
                .formatted(fhirId(), birthDate, mrn(), ssnLast4, number, username());
    }
}
