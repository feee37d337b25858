package org.portaldesk.api.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.signin.SignInRefused;
import org.portaldesk.realm.KeycloakAdmin;

/** A patient with everything on record, and perhaps with an account in Keycloak. */
public record Member(UUID id, String mrn, String username, String email, Backing backing) {

    public static final String PASSWORD = "a long enough pass phrase";

    private static final AtomicLong NUMBER =
            new AtomicLong(System.nanoTime() % 1_000_000_000L * 10);

    /** Without an account. */
    public static Member patient(Connection database, Backing backing) throws SQLException {
        var number = NUMBER.incrementAndGet();
        var mrn = "8%09d".formatted(number % 1_000_000_000L);
        var id =
                UUID.fromString(
                        one(
                                database,
                                """
                                INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, ssn_last4,
                                                     language, address_lines, city, state, postal_code, fingerprint)
                                VALUES (?, ?, 'O''Neill', 'Zoë Anne', 'oneill zoe anne', '1970-06-22', '4786', 'en-US',
                                        '{1200 North Main Street}', 'Hartford', 'CT', '06101-1234', '\\x00')
                                RETURNING id
                                """,
                                "member-" + mrn,
                                mrn));
        var member = new Member(id, mrn, "m" + number, "m" + number + "@example.org", backing);
        member.contact(database, "EMAIL", member.email);
        member.contact(database, "PHONE", "555-519-5833");
        return member;
    }

    /** With an account that works. */
    public static Member active(Connection database, Backing backing) throws SQLException {
        var member = patient(database, backing);
        member.admin()
                .post(
                        "/patients/users",
                        Map.of(
                                "username",
                                member.username,
                                "email",
                                member.email,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("person_id", List.of(member.id.toString())),
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD))));
        run(
                database,
                """
                INSERT INTO portal_account (patient_id, keycloak_id, username, username_folded, state)
                VALUES (?, ?, ?, ?, 'ACTIVE')
                """,
                member.id,
                member.keycloakId(),
                member.username,
                member.username);
        return member;
    }

    private void contact(Connection database, String kind, String value) throws SQLException {
        run(
                database,
                """
                INSERT INTO patient_contact (patient_id, kind, place, value, folded)
                VALUES (?, ?, 1, ?, regexp_replace(?, '-', '', 'g'))
                """,
                id,
                kind,
                value,
                value);
    }

    public UUID keycloakId() {
        var found =
                admin().get("/patients/users?exact=true&username=" + KeycloakAdmin.part(username));
        return UUID.fromString(found.path(0).path("id").stringValue());
    }

    public boolean canSignIn() {
        return canSignIn(PASSWORD);
    }

    public boolean canSignIn(String password) {
        try {
            backing.patientSignIn().signIn(username, password);
            return true;
        } catch (SignInRefused refused) {
            return false;
        }
    }

    /**
     * Signs in wrongly five times at Keycloak's own page. Keycloak counts after it has answered,
     * and two failures at almost the same time as one: then it takes another.
     */
    public void lockedOut() {
        for (var attempt = 0; attempt < 5 || attempt < 15 && !isLocked(); attempt++) {
            canSignIn("wrong");
        }
    }

    private boolean isLocked() {
        var path = "/patients/attack-detection/brute-force/users/" + keycloakId();
        for (var look = 0; look < 20; look++) {
            if (admin().get(path).path("disabled").asBoolean()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return false;
    }

    /** The same, while the realm locks for good. */
    public void lockedOutForGood() {
        locksForGood(backing, true);
        try {
            lockedOut();
        } finally {
            locksForGood(backing, false);
        }
    }

    /** Whether locks of the realm end by themselves. */
    public static void locksForGood(Backing backing, boolean permanent) {
        backing.keycloak().admin().put("/patients", Map.of("permanentLockout", permanent));
    }

    public KeycloakAdmin admin() {
        return backing.keycloak().admin();
    }

    public static int run(Connection database, String sql, Object... values) throws SQLException {
        try (var statement = prepared(database, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of the only row, as text. */
    public static String one(Connection database, String sql, Object... values)
            throws SQLException {
        try (var statement = prepared(database, sql, values)) {
            var row = statement.executeQuery();
            if (!row.next()) {
                throw new AssertionError("No row: " + sql);
            }
            return Objects.toString(row.getString(1));
        }
    }

    private static PreparedStatement prepared(Connection database, String sql, Object... values)
            throws SQLException {
        var statement = database.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
