package org.portaldesk.api.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts patients, codes and notices into the database for a test, and looks behind the API. */
record Outbox(Connection database) {

    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (System.nanoTime() % 100_000) * 100);

    UUID patient(String given, String family, String language) throws SQLException {
        var number = NUMBER.incrementAndGet();
        return id(
                """
                INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, ssn_last4,
                                     language, address_lines, city, state, postal_code, fingerprint)
                VALUES (?, ?, ?, ?, lower(?), '1970-06-22', '4786', ?, '{1 Main Street}', 'Hartford', 'CT',
                        '06101', '\\x00')
                RETURNING id
                """,
                "notice-" + number,
                "8%07d".formatted(number % 10_000_000),
                family,
                given,
                family + " " + given,
                language);
    }

    UUID code(UUID patient, String channel) throws SQLException {
        return id(
                """
                INSERT INTO activation_code (patient_id, channel, expires_at, issued_by, issued_by_name)
                VALUES (?, ?, clock_timestamp() + interval '1080 hours', 'test', 'Test')
                RETURNING id
                """,
                patient,
                channel);
    }

    /** A letter of a patient of that name, in the queue, with a live code. */
    UUID letter(String given, String family, String language) throws SQLException {
        var patient = patient(given, family, language);
        var code = code(patient, "LETTER");
        return id(
                "INSERT INTO letter (patient_id, code_id, language) VALUES (?, ?, ?) RETURNING id",
                patient,
                code,
                language.substring(0, 2));
    }

    UUID codeOf(UUID letter) throws SQLException {
        return id("SELECT code_id FROM letter WHERE id = ?", letter);
    }

    UUID email(String kind, String language, UUID code, String recipient) throws SQLException {
        return id(
                """
                INSERT INTO email_message (kind, language, recipient, patient_id, code_id, request_id)
                SELECT ?, ?, ?, patient_id, id, 'request-1' FROM activation_code WHERE id = ?
                RETURNING id
                """,
                kind,
                language,
                recipient,
                code);
    }

    UUID id(String sql, Object... values) throws SQLException {
        return UUID.fromString(String.valueOf(text(sql, values)));
    }

    /** The first column of the first row. */
    @Nullable String text(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values);
                var row = statement.executeQuery()) {
            if (!row.next()) {
                throw new AssertionError("No row: " + sql);
            }
            return row.getString(1);
        }
    }

    List<String> texts(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    void run(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = database.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
