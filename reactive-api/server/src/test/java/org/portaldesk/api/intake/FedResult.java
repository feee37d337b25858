package org.portaldesk.api.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/** A FHIR report or observation as an EHR would send one. */
public final class FedResult {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String id = "test-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final Map<String, Object> resource = new TreeMap<>();

    private FedResult(String type, String patientId) {
        resource.put("resourceType", type);
        resource.put("id", id);
        resource.put("status", "final");
        resource.put("code", Map.of("text", "Glucose"));
        resource.put("subject", Map.of("reference", "Patient/" + patientId));
        resource.put("effectiveDateTime", "2026-10-14T21:05:02+00:00");
    }

    public static FedResult report(String patientId, FedResult... observations) {
        var parts =
                List.of(observations).stream()
                        .map(part -> Map.of("reference", "Observation/" + part.id))
                        .toList();
        return new FedResult("DiagnosticReport", patientId).with("result", parts);
    }

    public static FedResult observation(String patientId) {
        return new FedResult("Observation", patientId)
                .with("valueQuantity", Map.of("value", 6.2, "unit", "mmol/L"));
    }

    public FedResult with(String element, Object value) {
        resource.put(element, value);
        return this;
    }

    public FedResult without(String element) {
        resource.remove(element);
        return this;
    }

    public String id() {
        return id;
    }

    public String json() {
        return JSON.writeValueAsString(resource);
    }
}
