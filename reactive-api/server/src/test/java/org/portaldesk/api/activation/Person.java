package org.portaldesk.api.activation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A patient put into the database for one test, with what activation needs to know. */
record Person(UUID id, LocalDate birthDate, String ssnLast4, String mrn, String email) {

    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (System.nanoTime() % 10_000) * 1000);

    /** An adult with everything on record. */
    static Person adult(Connection database) throws SQLException {
        return born(database, LocalDate.of(1970, 6, 22));
    }

    static Person born(Connection database, LocalDate birthDate) throws SQLException {
        var number = NUMBER.incrementAndGet();
        return insert(database, birthDate, "4786", "p" + number + "@example.org");
    }

    /** A person whom the feed knows without an SSN. */
    static Person withoutSsn(Connection database) throws SQLException {
        return insert(
                database,
                LocalDate.of(1970, 6, 22),
                null,
                "q" + NUMBER.incrementAndGet() + "@example.org");
    }

    private static Person insert(
            Connection database, LocalDate birthDate, @Nullable String ssnLast4, String email)
            throws SQLException {
        var mrn = "9%07d".formatted(NUMBER.incrementAndGet() % 10_000_000);
        try (var insert =
                database.prepareStatement(
                        """
                        INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, ssn_last4,
                                             language, address_lines, city, state, postal_code, fingerprint)
                        VALUES (?, ?, 'Aufderhar', 'Franklin', 'aufderhar franklin', ?, ?, 'en-US',
                                '{1 Main Street}', 'Hartford', 'CT', '06101', '\\x00')
                        RETURNING id
                        """)) {
            insert.setString(1, "test-" + mrn);
            insert.setString(2, mrn);
            insert.setObject(3, birthDate);
            insert.setString(4, ssnLast4);
            var row = insert.executeQuery();
            row.next();
            var person =
                    new Person(
                            row.getObject(1, UUID.class),
                            birthDate,
                            ssnLast4 == null ? mrn.substring(4) : ssnLast4,
                            mrn,
                            email);
            person.reachableAt(database, email);
            return person;
        }
    }

    /** The same of all. */
    String familyName() {
        return "Aufderhar";
    }

    /** Gives the person this e-mail address, which has always been theirs. */
    void reachableAt(Connection database, String address) throws SQLException {
        Sql.run(
                database,
                """
                INSERT INTO patient_contact (patient_id, kind, place, value, folded)
                VALUES (?, 'EMAIL', 1, ?, lower(?))
                ON CONFLICT (patient_id, kind, place)
                DO UPDATE SET value = excluded.value, folded = excluded.folded
                """,
                id,
                address,
                address);
    }
}
