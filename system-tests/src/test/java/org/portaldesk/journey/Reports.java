package org.portaldesk.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports that the EHR sends of one patient, and what is looked up of them behind the API's back.
 */
final class Reports {

    private static final String LOINC = "http://loinc.org";

    private final RunningSystem system;
    private final String patient;

    private Reports(RunningSystem system, String patient) {
        this.system = system;
        this.patient = patient;
    }

    /**
     * @param patient as the feed knows them
     */
    static Reports of(RunningSystem system, String patient) {
        return new Reports(system, patient);
    }

    /** Reports of somebody of the sample. */
    static Reports of(RunningSystem system, Sample.Person person) throws SQLException {
        var sql = "SELECT fhir_id FROM patient WHERE id = '%s'".formatted(person.id());
        return new Reports(system, text(system, sql));
    }

    /** The law of Kentucky counts: pathology waits for 72 hours. */
    static void kentucky(RunningSystem system) throws SQLException {
        try (var database = connect(system);
                var statement = database.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO setting (name, effective_from, value, set_by)
                    VALUES ('facility.state', '2026-01-01', '"KY"', 'test') ON CONFLICT DO NOTHING
                    """);
        }
    }

    /** A report that a statute delays; its id at the desk. */
    String biopsy(String title) throws SQLException {
        return report(title, "PAT", "11529-5", List.of());
    }

    /** A panel with one number that was measured twice before; its id at the desk. */
    String panel(String title) throws SQLException {
        var values = new ArrayList<String>();
        for (var years = 2; years >= 0; years--) {
            values.add(cholesterol(Duration.ofDays(365L * years), 160 + 12 * years));
        }
        return report(title, "LAB", "57698-3", List.of(values.getLast()));
    }

    private String report(String title, String category, String code, List<String> observations)
            throws SQLException {
        var id = fresh("report");
        put(
                "DiagnosticReport",
                id,
                Map.of(
                        "status",
                        "final",
                        "category",
                        List.of(Map.of("coding", List.of(Map.of("code", category)))),
                        "subject",
                        Map.of("reference", "Patient/" + patient),
                        "code",
                        coding(code, title),
                        "issued",
                        Instant.now().toString(),
                        "result",
                        observations.stream()
                                .map(one -> Map.of("reference", "Observation/" + one))
                                .toList()));
        return text(system, "SELECT id FROM result WHERE fhir_id = '%s'".formatted(id));
    }

    private String cholesterol(Duration ago, int value) {
        var id = fresh("value");
        put(
                "Observation",
                id,
                Map.of(
                        "status",
                        "final",
                        "code",
                        coding("2093-3", "Cholesterol"),
                        "subject",
                        Map.of("reference", "Patient/" + patient),
                        "effectiveDateTime",
                        Instant.now().minus(ago).toString(),
                        "valueQuantity",
                        Map.of("value", value, "unit", "mg/dL")));
        return id;
    }

    private void put(String type, String id, Map<String, Object> content) {
        var resource = new HashMap<>(content);
        resource.put("resourceType", type);
        resource.put("id", id);
        var answer = system.feed().put("/fhir/" + type + "/" + id, resource);
        if (answer.status() >= 300) {
            throw new AssertionError("The feed was answered with " + answer);
        }
    }

    private static Map<String, Object> coding(String code, String title) {
        return Map.of("coding", List.of(Map.of("system", LOINC, "code", code, "display", title)));
    }

    private static String fresh(String kind) {
        return "journey-" + kind + "-" + System.nanoTime();
    }

    private static String text(RunningSystem system, String sql) throws SQLException {
        try (var database = connect(system);
                var row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Somebody else works on the result until the connection is closed. */
    static Connection busy(RunningSystem system, String result) throws SQLException {
        var database = connect(system);
        database.setAutoCommit(false);
        database.createStatement()
                .execute("SELECT FROM result WHERE id = '%s' FOR NO KEY UPDATE".formatted(result));
        return database;
    }

    private static Connection connect(RunningSystem system) throws SQLException {
        var login = system.database();
        return DriverManager.getConnection(login.get(0), login.get(1), login.get(2));
    }
}
