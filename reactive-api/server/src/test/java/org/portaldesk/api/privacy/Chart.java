package org.portaldesk.api.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Whatever the house can hold of one patient, a row of each kind, written behind the API's back.
 *
 * @param things ids by what follows {@code /api/} in their addresses
 * @param secret a word that stands in the patient's MRN, results and everything else of theirs that
 *     is not the name
 */
record Chart(UUID patient, String family, String secret, Map<String, UUID> things) {

    /** The id of the one thing of that kind. */
    UUID id(String thing) {
        return Objects.requireNonNull(things.get(thing), thing);
    }

    static Chart of(Connection database, UUID patient, String family, String secret)
            throws SQLException {
        var things = new LinkedHashMap<String, UUID>();
        things.put("patients", patient);
        var chart = new Chart(patient, family, secret, things);
        try (var statement = database.createStatement()) {
            // Rows that no life has led to: neither keys nor triggers are asked.
            statement.execute("SET session_replication_role = replica");
            for (var sql : ROWS.entrySet()) {
                things.put(sql.getKey(), UUID.randomUUID());
                statement.execute(chart.filled(sql.getValue(), sql.getKey()));
            }
            statement.execute("SET session_replication_role = origin");
        }
        return chart;
    }

    private String filled(String sql, String thing) {
        return sql.replace("<id>", "'" + things.get(thing) + "'::uuid")
                .replace("<patient>", "'" + patient + "'::uuid")
                .replace("<code>", "'" + things.get("activation-codes") + "'::uuid")
                .replace("<request>", "'" + things.get("proxy-requests") + "'::uuid")
                .replace("<result>", "'" + things.get("results") + "'::uuid")
                .replace("<secret>", "'" + secret + "'");
    }

    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put(
                "activation-codes",
                """
                INSERT INTO activation_code (id, patient_id, channel, expires_at, issued_by, issued_by_name)
                VALUES (<id>, <patient>, 'LETTER', clock_timestamp() + interval '9 days', 'x', 'X')
                """);
        ROWS.put(
                "letters",
                "INSERT INTO letter (id, patient_id, code_id, language) VALUES (<id>, <patient>, <code>, 'en')");
        ROWS.put(
                "verifications",
                """
                INSERT INTO verification (id, patient_id, agent, agent_name, caller)
                VALUES (<id>, <patient>, 'x', 'X', 'PATIENT')
                """);
        ROWS.put(
                "verification-overrides",
                """
                INSERT INTO verification_override (id, patient_id, reason, requested_by, requested_by_name)
                VALUES (<id>, <patient>, <secret>, 'x', 'X')
                """);
        ROWS.put(
                "cases",
                "INSERT INTO takeover_case (id, patient_id, steps) VALUES (<id>, <patient>, '[]')");
        ROWS.put(
                "contact-overrides",
                """
                INSERT INTO contact_override (id, patient_id, channel, collisions, reason, requested_by, requested_by_name)
                VALUES (<id>, <patient>, 'EMAIL', '{}', <secret>, 'x', 'X')
                """);
        ROWS.put(
                "code-requests",
                """
                INSERT INTO code_request (id, reference, state, given_name, family_name, birth_date, deliver_by, language,
                    target_at, due_at, decided_by, decided_by_name, decided_at, patient_id, given_words, family_words, client_address)
                VALUES (<id>, left(<id>::text, 10), 'APPROVED', <secret>, <secret>, '1970-06-22', 'LETTER', 'en',
                    clock_timestamp(), clock_timestamp(), 'x', 'X', clock_timestamp(), <patient>, '{}', '{}', '127.0.0.1')
                """);
        ROWS.put(
                "proxy-requests",
                """
                INSERT INTO proxy_request (id, kind, relationship, patient_id, given_name, family_name, birth_date, given_words,
                    family_words, language, recorded_by, recorded_by_name, received_at, target_at, due_at)
                VALUES (<id>, 'ADULT', 'SPOUSE', <patient>, <secret>, <secret>, '1970-06-22', '{}', '{}', 'en', 'x', 'X',
                    clock_timestamp() - interval '1 hour', clock_timestamp(), clock_timestamp())
                """);
        ROWS.put(
                "proxy-grants",
                """
                WITH person AS (
                    INSERT INTO proxy_person (given_name, family_name, birth_date, language, given_words, family_words)
                    VALUES (<secret>, <secret>, '1970-06-22', 'en', '{}', '{}') RETURNING id)
                INSERT INTO proxy_grant (id, request_id, patient_id, proxy_person_id, kind, relationship, access_class,
                    overridden, areas, approved_by)
                SELECT <id>, <request>, <patient>, id, 'ADULT', 'SPOUSE', 'ADULT', false, '{}', 'x' FROM person
                """);
        ROWS.put(
                "proxy-blocks",
                """
                INSERT INTO proxy_block (id, patient_id, given_name, family_name, given_words, family_words, reason,
                    created_by, created_by_name)
                VALUES (<id>, <patient>, <secret>, <secret>, '{}', '{}', <secret>, 'x', 'X')
                """);
        ROWS.put(
                "results",
                """
                INSERT INTO result (id, fhir_id, patient_id, status, category, code, title, issued, fingerprint)
                VALUES (<id>, <id>::text, <patient>, 'final', 'LAB', '2339-0', <secret>, clock_timestamp(), '')
                """);
        ROWS.put(
                "holds",
                """
                INSERT INTO result_hold (id, result_id, patient_id, basis, determiner_name, relationship, facts, from_patient,
                    from_proxies, grants, placed_by, placed_by_name, review_at, ends_at)
                VALUES (<id>, <result>, <patient>, 'PATIENT_REQUEST', 'X', false, <secret>, true, 'NONE', '{}', 'x', 'X',
                    clock_timestamp() + interval '1 day', clock_timestamp() + interval '2 days')
                """);
        ROWS.put(
                "disclosure-cases",
                """
                INSERT INTO disclosure_case (id, result_id, patient_id, reason, opened_by, opened_by_name, viewers, seen)
                VALUES (<id>, <result>, <patient>, <secret>, 'x', 'X', '[]', '{}')
                """);
    }
}
