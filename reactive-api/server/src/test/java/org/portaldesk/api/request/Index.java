package org.portaldesk.api.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.patient.model.PersonName;

/** Puts patients into the index for a test, and looks behind the API. */
record Index(Connection database) {

    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (System.nanoTime() % 100_000) * 100);

    /** Somebody with everything on record. */
    record Person(
            UUID id,
            int number,
            String given,
            String family,
            String birthDate,
            String ssnLast4,
            String email,
            String phone) {}

    Person person(String given, String family) throws SQLException {
        var number = NUMBER.incrementAndGet();
        return insert(given, family, number, "%04d".formatted(number % 10_000));
    }

    /** The same birth date, address and surname. */
    Person twinOf(Person person, String given) throws SQLException {
        return insert(given, person.family(), NUMBER.incrementAndGet(), "0000");
    }

    private Person insert(String given, String family, int number, String ssn) throws SQLException {
        var name = new PersonName(family, given);
        var id =
                id(
                        """
                        INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, ssn_last4,
                                             language, address_lines, city, state, postal_code, fingerprint)
                        VALUES (?, ?, ?, ?, ?, '1970-06-22', ?, 'en-US', '{1 Main Street}', 'Hartford', 'CT',
                                '06101', '\\x00')
                        RETURNING id
                        """,
                        "request-" + number,
                        "7%07d".formatted(number % 10_000_000),
                        family,
                        given,
                        name.sortKey(),
                        ssn);
        for (var word : name.searchWords()) {
            run("INSERT INTO patient_name (patient_id, word) VALUES (?, ?)", id, word);
        }
        var email = "person" + number + "@example.org";
        var phone = "413-%03d-%04d".formatted(number / 10_000 % 1000, number % 10_000);
        contact(id, "EMAIL", email, email);
        contact(id, "PHONE", phone, Folding.phone(phone));
        return new Person(id, number, given, family, "1970-06-22", ssn, email, phone);
    }

    private void contact(UUID patient, String kind, String value, String folded)
            throws SQLException {
        run(
                "INSERT INTO patient_contact (patient_id, kind, place, value, folded) VALUES (?, ?, 1, ?, ?)",
                patient,
                kind,
                value,
                folded);
    }

    UUID id(String sql, Object... values) throws SQLException {
        return UUID.fromString(text(sql, values));
    }

    /** The first column of the first row. */
    String text(String sql, Object... values) throws SQLException {
        var rows = texts(sql, values);
        if (rows.isEmpty()) {
            throw new AssertionError("No row: " + sql);
        }
        return rows.getFirst();
    }

    List<String> texts(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
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
