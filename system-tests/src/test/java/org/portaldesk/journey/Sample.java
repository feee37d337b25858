package org.portaldesk.journey;

import java.sql.DriverManager;
import java.sql.SQLException;

/** People of the sample hospital, looked up behind the API's back. */
final class Sample {

    /**
     * @param birthDate as a date field takes it: {@code 1970-06-22}
     */
    record Person(
            String id,
            String mrn,
            String givenName,
            String familyName,
            String birthDate,
            String ssnLast4,
            String email,
            String phone,
            String street,
            String city) {}

    private static final String ADULTS =
            """
            SELECT patient.id, mrn, given_name, family_name, birth_date, ssn_last4, contact.value,
                   (SELECT value FROM patient_contact
                    WHERE patient_id = patient.id AND kind = 'PHONE' ORDER BY place LIMIT 1), address_lines[1], city
            FROM patient JOIN patient_contact AS contact
                ON contact.patient_id = patient.id AND contact.kind = 'EMAIL' AND contact.place = (
                    SELECT min(place) FROM patient_contact WHERE patient_id = patient.id AND kind = 'EMAIL')
            WHERE NOT deceased AND birth_date < date '1990-01-01' AND ssn_last4 ~ '^0*[1-9]'
              AND EXISTS (SELECT FROM patient_contact WHERE patient_id = patient.id AND kind = 'PHONE')
              AND cardinality(address_lines) > 0
              AND NOT EXISTS (SELECT FROM activation_code WHERE patient_id = patient.id)
              AND 1 = (SELECT count(*) FROM patient_contact AS other
                       WHERE other.kind = 'EMAIL' AND other.folded = contact.folded)
            ORDER BY mrn LIMIT 1
            """;

    private Sample() {}

    /** A living adult with every contact, of whom nothing was asked yet. */
    static Person adult(RunningSystem system) throws SQLException {
        var login = system.database();
        try (var connection =
                        DriverManager.getConnection(login.get(0), login.get(1), login.get(2));
                var row = connection.createStatement().executeQuery(ADULTS)) {
            row.next();
            return new Person(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10));
        }
    }
}
