package org.portaldesk.api.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/** A FHIR patient as an EHR would send one, with an id and an MRN that no other test has. */
public final class FedPatient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String id;
    private final String mrn;
    private final Map<String, Object> resource = new TreeMap<>();
    private final List<Object> names = new ArrayList<>();
    private final List<Object> telecom = new ArrayList<>();
    private final List<Object> contacts = new ArrayList<>();

    private FedPatient() {
        var random = ThreadLocalRandom.current();
        id = "test-" + Long.toHexString(random.nextLong());
        mrn = String.valueOf(random.nextInt(10_000_000, 100_000_000));
        resource.put("resourceType", "Patient");
        resource.put("id", id);
        resource.put("name", names);
        resource.put("birthDate", "1970-06-22");
        resource.put("gender", "female");
        identifiers(mrn, "999-83-4786");
    }

    /** Somebody of that name, born on 22 June 1970, whose SSN ends in 4786. */
    public static FedPatient named(String family, String... given) {
        return new FedPatient().name("official", family, given);
    }

    public FedPatient name(String use, String family, String... given) {
        names.add(Map.of("use", use, "family", family, "given", List.of(given)));
        return this;
    }

    public FedPatient renamed(String family, String... given) {
        names.clear();
        return name("official", family, given);
    }

    public FedPatient nameAs(Map<String, Object> name) {
        names.clear();
        names.add(name);
        return this;
    }

    public FedPatient born(String birthDate) {
        return with("birthDate", birthDate);
    }

    public FedPatient phone(String number) {
        return telecom("phone", number);
    }

    public FedPatient email(String address) {
        return telecom("email", address);
    }

    public FedPatient withoutTelecom() {
        telecom.clear();
        return this;
    }

    public FedPatient address(String line, String city) {
        return with(
                "address",
                List.of(
                        Map.of(
                                "line", List.of(line),
                                "city", city,
                                "state", "CT",
                                "postalCode", "06605",
                                "country", "US")));
    }

    public FedPatient contact(String code, String family, String given, String email) {
        contacts.add(
                Map.of(
                        "relationship",
                        List.of(Map.of("coding", List.of(Map.of("code", code)))),
                        "name",
                        Map.of("family", family, "given", List.of(given)),
                        "telecom",
                        List.of(Map.of("system", "email", "value", email))));
        return with("contact", contacts);
    }

    public FedPatient diedAt(String time) {
        return with("deceasedDateTime", time);
    }

    public FedPatient speaks(String language) {
        return with(
                "communication",
                List.of(Map.of("language", Map.of("coding", List.of(Map.of("code", language))))));
    }

    public FedPatient with(String element, Object value) {
        resource.put(element, value);
        return this;
    }

    public FedPatient withMrnOf(FedPatient other) {
        return identifiers(other.mrn, "999-83-4786");
    }

    public String id() {
        return id;
    }

    public String mrn() {
        return mrn;
    }

    public String json() {
        return JSON.writeValueAsString(resource);
    }

    private FedPatient telecom(String system, String value) {
        telecom.add(Map.of("system", system, "value", value, "use", "home"));
        return with("telecom", telecom);
    }

    /** Sends another SSN. */
    public FedPatient ssn(String ssn) {
        return identifiers(mrn, ssn);
    }

    private FedPatient identifiers(String mrn, String ssn) {
        return with(
                "identifier",
                List.of(
                        Map.of(
                                "type",
                                Map.of("coding", List.of(Map.of("code", "MR"))),
                                "value",
                                mrn),
                        Map.of("system", "http://hl7.org/fhir/sid/us-ssn", "value", ssn)));
    }
}
