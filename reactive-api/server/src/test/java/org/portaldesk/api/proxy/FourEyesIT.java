package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Whoever reaches the tables with the API's own rights is held by the same four eyes. */
class FourEyesIT extends ProxyIT {

    private static final int DRAWS = 10_000;

    /** {@code kin} lives with the patient, {@code namesake} bears the proxy's name. */
    private record Staff(String id, String name, boolean related) {}

    private record Draw(Staff first, Staff decider, boolean override, boolean proposedBefore) {

        boolean allowed(String recorder) {
            return !first.related
                    && !decider.related
                    && !first.id.equals(recorder)
                    && !decider.id.equals(recorder)
                    && (!override || proposedBefore && !first.id.equals(decider.id));
        }
    }

    @Test
    void tenThousandDrawsByDirectSqlFindNoSelfOrRelatedApproval() throws SQLException {
        var patient = records.born(LocalDate.of(2019, 5, 5));
        var request =
                read(
                        submitted(
                                        request(
                                                patient,
                                                "MINOR",
                                                "PARENT",
                                                "Noel",
                                                "Namesake" + Records.word()))
                                .id());
        var staff = staff(request);
        records.run(
                "INSERT INTO staff_person (staff_id, patient_id) VALUES (?, ?)",
                "kin",
                patient.id());
        var recorder =
                records.text("SELECT recorded_by FROM proxy_request WHERE id = ?", request.id());
        var random = new Random(20_261_122);
        try (var api = apiRole()) {
            for (var i = 0; i < DRAWS; i++) {
                var draw =
                        new Draw(
                                pick(staff, random, recorder),
                                pick(staff, random, recorder),
                                random.nextBoolean(),
                                random.nextBoolean());
                assertThat(approves(api, request.id(), draw))
                        .as("%s, recorded by %s", draw, recorder)
                        .isEqualTo(draw.allowed(recorder));
            }
        }
    }

    @Test
    void whoRecordedARequestAndForWhomCannotBeRewritten() throws SQLException {
        var request = minors(records.born(LocalDate.of(2019, 5, 5)));
        try (var api = apiRole()) {
            for (var column : List.of("recorded_by", "received_at", "birth_date", "kind")) {
                assertThatThrownBy(
                                () ->
                                        run(
                                                api,
                                                "UPDATE proxy_request SET %1$s = %1$s WHERE id = '%2$s'"
                                                        .formatted(column, request.id())))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(
                            () ->
                                    run(
                                            api,
                                            "UPDATE proxy_request SET patient_id = (SELECT id FROM patient WHERE id <> patient_id LIMIT 1) WHERE id = '%s'"
                                                    .formatted(request.id())))
                    .hasMessageContaining("The patient is chosen");
            assertThatThrownBy(() -> run(api, "DELETE FROM proxy_request"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(api, "INSERT INTO staff_person VALUES ('x', uuidv7())"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobodyMakesAGrantThatWasNotApproved() throws SQLException {
        var request = minors(records.born(LocalDate.of(2019, 5, 5)));
        try (var api = apiRole()) {
            assertThatThrownBy(
                            () ->
                                    run(
                                            api,
                                            """
                                            WITH person AS (
                                                INSERT INTO proxy_person (given_name, family_name, birth_date, language,
                                                                          given_words, family_words)
                                                VALUES ('A', 'B', '1980-01-01', 'en', '{a}', '{b}') RETURNING id)
                                            INSERT INTO proxy_grant (request_id, patient_id, proxy_person_id, kind,
                                                relationship, access_class, overridden, areas, approved_by, state)
                                            SELECT '%s', '%s', person.id, 'MINOR', 'PARENT', 'MINOR_FULL', false, '{}',
                                                   'me', 'ACTIVE' FROM person
                                            """
                                                    .formatted(
                                                            request.id(),
                                                            Objects.requireNonNull(
                                                                            request.patient())
                                                                    .id())))
                    .hasMessageContaining("Nobody has approved this grant");
        }
    }

    @Test
    void aDocumentAndAnEndedGrantStayAsTheyAre() throws SQLException {
        var request = minors(records.born(LocalDate.of(2019, 5, 5)));
        var document = request.documents().getFirst().id();
        var grant = grantOf(approved(request));
        records.run(
                "UPDATE proxy_grant SET state = 'ENDED', ended_at = clock_timestamp() WHERE id = ?",
                grant);
        try (var api = apiRole()) {
            for (var sql :
                    List.of(
                            "DELETE FROM proxy_document WHERE id = '%s'",
                            "UPDATE proxy_document SET request_id = NULL WHERE id = '%s'",
                            "INSERT INTO proxy_document_piece VALUES ('%s', 99, '\\x00')",
                            "INSERT INTO proxy_document_page VALUES ('%s', 2, '\\x00')")) {
                assertThatThrownBy(() -> run(api, sql.formatted(document)))
                        .hasMessageContaining("A document stays as it came");
            }
            assertThatThrownBy(() -> run(api, "UPDATE proxy_document_piece SET content = ''"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(
                            () ->
                                    run(
                                            api,
                                            "UPDATE proxy_grant SET state = 'ACTIVE', ended_at = NULL WHERE id = '%s'"
                                                    .formatted(grant)))
                    .hasMessageContaining("A grant does not come back");
            assertThatThrownBy(
                            () ->
                                    run(
                                            api,
                                            "UPDATE proxy_request SET decided_by = 'x' WHERE id = '%s'"
                                                    .formatted(request.id())))
                    .hasMessageContaining("The request is decided");
        }
    }

    private static List<Staff> staff(ProxyRequest request) {
        var name = request.proxy().givenName() + " " + request.proxy().familyName();
        return List.of(
                new Staff("ruth", "Ruth Lindqvist", false),
                new Staff("andre", "Andre Beaumont", false),
                new Staff("samuel", "Samuel Ferreira", false),
                new Staff("kin", "Kim Kin", true),
                new Staff("namesake", name.toUpperCase(Locale.ROOT), true));
    }

    private static Staff pick(List<Staff> staff, Random random, String recorder) {
        var index = random.nextInt(staff.size() + 1);
        return index < staff.size() ? staff.get(index) : new Staff(recorder, "The Recorder", false);
    }

    /** One attempt, taken back whatever came of it. */
    private static boolean approves(Connection api, UUID id, Draw draw) throws SQLException {
        try {
            if (draw.proposedBefore) {
                update(api, id, "AWAITING_SECOND_APPROVAL", draw, false);
            }
            update(api, id, "APPROVED", draw, true);
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("23514");
            return false;
        } finally {
            api.rollback();
        }
    }

    private static void update(Connection api, UUID id, String state, Draw draw, boolean decides)
            throws SQLException {
        try (var update =
                api.prepareStatement(
                        """
                        UPDATE proxy_request
                        SET state = ?, proposal = ?::jsonb, proposed_by = ?, proposed_by_name = ?,
                            decided_by = ?, decided_by_name = ?, decided_at = clock_timestamp()
                        WHERE id = ?
                        """)) {
            update.setString(1, state);
            update.setString(2, draw.override ? "{\"override\": {\"reason\": \"x\"}}" : "{}");
            update.setString(3, draw.first.id);
            update.setString(4, draw.first.name);
            update.setString(5, decides ? draw.decider.id : null);
            update.setString(6, decides ? draw.decider.name : null);
            update.setObject(7, id);
            update.executeUpdate();
        }
    }

    private static void run(Connection api, String sql) throws SQLException {
        try (var statement = api.createStatement()) {
            statement.execute(sql);
        } finally {
            api.rollback();
        }
    }

    private static Connection apiRole() throws SQLException {
        var postgres = backing().postgres();
        var connection = postgres.connect("portaldesk", postgres.installation().databaseApi());
        connection.setAutoCommit(false);
        return connection;
    }
}
