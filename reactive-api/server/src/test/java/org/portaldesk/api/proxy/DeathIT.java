package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.local.signin.SignInRefused;

/** Death on record ends all access: by proxy at once, by the patient's own account soon. */
class DeathIT extends ProxyIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private boolean isOpenInKeycloak(UUID patient) throws SQLException {
        var user =
                records.text(
                        "SELECT keycloak_id FROM portal_account WHERE patient_id = ?", patient);
        return backing()
                .keycloak()
                .admin()
                .get("/patients/users/" + user)
                .path("enabled")
                .booleanValue();
    }

    private String state(UUID patient) throws SQLException {
        return records.text("SELECT state FROM portal_account WHERE patient_id = ?", patient);
    }

    private void awaitClosed(UUID patient) throws Exception {
        var end = Instant.now().plus(SOON);
        while (!state(patient).equals("DISABLED") && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        assertThat(state(patient)).isEqualTo("DISABLED");
    }

    @Test
    void deathClosesTheAccountAndTellsNobodyAtThatAddress() throws Exception {
        var patient = records.born(aged(70, 10));
        portalAccount("patient_id", patient.id());
        assertThat(isOpenInKeycloak(patient.id())).isTrue();
        records.run("UPDATE patient SET deceased = true WHERE id = ?", patient.id());
        awaitClosed(patient.id());
        assertThat(isOpenInKeycloak(patient.id())).isFalse();
        assertThat(
                        records.texts(
                                "SELECT act || ' ' || reason FROM audit_event WHERE patient_id = ? ORDER BY id",
                                patient.id()))
                .containsSequence("DISABLE_BEGUN DECEASED", "ACCOUNT_DISABLED DECEASED");
        assertThat(
                        records.texts(
                                "SELECT kind FROM email_message WHERE recipient = ?",
                                patient.email()))
                .isEmpty();
    }

    @Test
    void theLivingKeepTheirs() throws Exception {
        var patient = records.born(aged(70, 10));
        portalAccount("patient_id", patient.id());
        records.run("UPDATE patient SET deceased = false WHERE id = ?", patient.id());
        assertThat(
                        records.text(
                                "SELECT closing_due FROM portal_account WHERE patient_id = ?",
                                patient.id()))
                .isEqualTo("f");
        assertThat(state(patient.id())).isEqualTo("ACTIVE");
    }

    @Test
    void accountMadeAfterTheDeathIsClosed() throws Exception {
        var patient = records.born(aged(70, 10));
        records.run("UPDATE patient SET deceased = true WHERE id = ?", patient.id());
        try {
            portalAccount("patient_id", patient.id());
        } catch (SignInRefused closedAlready) {
            assertThat(closedAlready).hasMessageContaining("disabled");
        }
        awaitClosed(patient.id());
    }
}
