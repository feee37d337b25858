package org.portaldesk.api.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.portaldesk.api.patient.model.PersonName;

/** People put into the database for one test, and looking behind the API. */
public record Records(Connection database) {

    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (System.nanoTime() % 10_000) * 1000);

    /** A patient with a name that nobody else has. */
    public record Person(
            UUID id, String given, String family, LocalDate birthDate, String mrn, String email) {}

    public static int number() {
        return NUMBER.incrementAndGet();
    }

    /** A word of letters that no other test uses. */
    public static String word() {
        return Integer.toString(number(), 36)
                .chars()
                .map(c -> Character.isDigit(c) ? 'g' + (c - '0') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, "Q")
                .toString();
    }

    public Person born(LocalDate birthDate) throws SQLException {
        return person("Pat", "Child" + word(), birthDate);
    }

    public Person person(String given, String family, LocalDate birthDate) throws SQLException {
        var number = number();
        var name = new PersonName(family, given);
        var mrn = "6%07d".formatted(number % 10_000_000);
        var id =
                id(
                        """
                        INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, ssn_last4,
                                             language, address_lines, city, state, postal_code, fingerprint)
                        VALUES (?, ?, ?, ?, ?, ?, '4786', 'en-US', '{1 Main Street}', 'Hartford', 'CT', '06101', '\\x00')
                        RETURNING id
                        """,
                        "proxy-" + number,
                        mrn,
                        family,
                        given,
                        name.sortKey(),
                        birthDate);
        for (var word : name.searchWords()) {
            run("INSERT INTO patient_name (patient_id, word) VALUES (?, ?)", id, word);
        }
        var email = "patient" + number + "@example.org";
        run(
                "INSERT INTO patient_contact (patient_id, kind, place, value, folded) VALUES (?, 'EMAIL', 1, ?, ?)",
                id,
                email,
                email);
        return new Person(id, given, family, birthDate, mrn, email);
    }

    public UUID id(String sql, Object... values) throws SQLException {
        return UUID.fromString(text(sql, values));
    }

    /** The first column of the first row. */
    public String text(String sql, Object... values) throws SQLException {
        var rows = texts(sql, values);
        if (rows.isEmpty()) {
            throw new AssertionError("No row: " + sql);
        }
        return rows.getFirst();
    }

    public List<String> texts(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(Objects.toString(rows.getString(1)));
            }
            return found;
        }
    }

    public int run(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
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
