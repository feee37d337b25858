package org.portaldesk.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.portaldesk.realm.KeycloakAdmin;
import tools.jackson.databind.json.JsonMapper;

/** The clinicians of the sample hospital: one who works at the desk, and some who never sign in. */
record SampleClinicians(KeycloakAdmin admin) {

    static final String FILE = "Practitioner.ndjson";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** FHIR practitioners, one a line. */
    String lines() {
        return List.of(
                        clinician("Elena", "Marchetti", "MD-2204", staff("elena.marchetti")),
                        clinician("Zora", "Whitman", "MD-4711", List.of()),
                        clinician("Tobias", "Engel", "MD-5092", List.of()),
                        clinician("Imani", "Okonkwo", "APRN-318", List.of()))
                .stream()
                .map(JSON::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Who they are in the realm of staff. */
    private List<Map<String, String>> staff(String username) {
        var found = admin.get("/staff/users?exact=true&username=" + KeycloakAdmin.part(username));
        return found.isEmpty()
                ? List.of()
                : List.of(
                        Map.of(
                                "system",
                                "urn:portal-desk:staff-user",
                                "value",
                                found.path(0).path("id").stringValue()));
    }

    private static Map<String, Object> clinician(
            String given, String family, String license, List<Map<String, String>> identifiers) {
        var practitioner =
                new LinkedHashMap<String, Object>(
                        Map.of(
                                "resourceType",
                                "Practitioner",
                                "id",
                                "sample-" + license.toLowerCase(Locale.ROOT),
                                "active",
                                true,
                                "name",
                                List.of(Map.of("family", family, "given", List.of(given))),
                                "qualification",
                                List.of(qualification(license))));
        if (!identifiers.isEmpty()) {
            practitioner.put("identifier", identifiers);
        }
        return practitioner;
    }

    private static Map<String, Object> qualification(String license) {
        return Map.of(
                "code", Map.of("text", "License to practice"),
                "identifier", List.of(Map.of("system", "urn:license:CT", "value", license)));
    }
}
