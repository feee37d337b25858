package org.portaldesk.api.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.local.backing.Login;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

/** What each login may do in the database, asked of PostgreSQL itself. */
class LeastPowerIT extends ApiIT {

    private static final String DENIED = "42501";

    /** All that the sealer may do, by table. */
    private static final Map<String, String> SEALING =
            Map.of(
                    "audit_event", "SELECT",
                    "audit_epoch", "SELECT",
                    "audit_checkpoint", "INSERT, SELECT",
                    "audit_publication", "INSERT, SELECT",
                    "audit_head", "SELECT, UPDATE");

    @Autowired private Database database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO audit_checkpoint (number, note, rows, peaks, to_epoch, to_xid, sealed_at) VALUES (1, '', '', '', 1, '1', now())",
                "INSERT INTO audit_publication (number) VALUES (1)",
                "SELECT single FROM audit_head FOR UPDATE",
                "INSERT INTO audit_epoch (epoch) VALUES (99)",
                "UPDATE audit_event SET reason = 'a better one'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event",
                "UPDATE audit_checkpoint SET note = ''",
                "DELETE FROM audit_publication",
                "ALTER TABLE audit_event DISABLE TRIGGER ALL",
                "DROP TABLE audit_event",
                "CREATE TABLE mine (n integer)",
                "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql RETURN 1",
                "UPDATE flyway_schema_history SET success = true",
                "SET ROLE portaldesk_owner",
                "SET ROLE portaldesk_sealer",
                "SELECT pg_read_file('/etc/passwd')",
                "COPY audit_event TO PROGRAM 'cat'",
            })
    void theApiCanNeitherSealNorBendNorChangeTheSchema(String sql) throws SQLException {
        denied(backing().installation().databaseApi(), sql);
    }

    @Test
    void theSealerReadsTheRecordAloneAndAddsCheckpointsAlone() throws SQLException {
        assertThat(rights("portaldesk_sealer")).containsExactlyInAnyOrderEntriesOf(SEALING);
        for (var table : tables()) {
            if (!SEALING.containsKey(table)) {
                denied(backing().installation().databaseSealer(), "SELECT 1 FROM " + table);
            }
        }
    }

    @Test
    void neitherOwnsAnythingOrMakesRolesOrReadsPastPolicies() throws SQLException {
        assertThat(
                        texts(
                                """
                                SELECT rolname FROM pg_roles
                                WHERE rolname IN ('portaldesk_api', 'portaldesk_sealer')
                                  AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication
                                       OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
                                       OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid))
                                """))
                .isEmpty();
    }

    @Test
    void anApiWhoseSchemaLacksAMigrationIsNotReadyUntilItIsThere() throws Exception {
        var check = new SchemaCheck(database);
        try (var all = superuser()) {
            mark(all, false);
            assertThat(status(check)).isEqualTo(Status.OUT_OF_SERVICE);
            mark(all, true);
            assertThat(status(check)).isEqualTo(Status.UP);
        }
    }

    private static Status status(SchemaCheck check) {
        return Objects.requireNonNull(check.health().block()).getStatus();
    }

    private static void mark(Connection all, boolean success) throws SQLException {
        all.createStatement()
                .execute(
                        "UPDATE flyway_schema_history SET success = %s WHERE version IN ('010', '150')"
                                .formatted(success));
    }

    private static void denied(Login login, String sql) throws SQLException {
        try (var connection = backing().postgres().connect("portaldesk", login);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(DENIED));
        }
    }

    private static List<String> tables() throws SQLException {
        return texts(
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace");
    }

    /** By table, what a role may do with it. */
    private static Map<String, String> rights(String role) throws SQLException {
        return texts(
                        """
                        SELECT table_name || '=' || string_agg(privilege_type, ', ' ORDER BY privilege_type)
                        FROM information_schema.role_table_grants
                        WHERE grantee = '%s' AND table_schema = 'public' GROUP BY table_name
                        """
                                .formatted(role))
                .stream()
                .map(text -> text.split("="))
                .collect(Collectors.toMap(right -> right[0], right -> right[1]));
    }

    private static List<String> texts(String sql) throws SQLException {
        try (var all = superuser();
                var rows = all.createStatement().executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(Objects.requireNonNull(rows.getString(1)));
            }
            return texts;
        }
    }
}
