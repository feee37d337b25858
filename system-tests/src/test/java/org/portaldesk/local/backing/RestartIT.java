package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portaldesk.local.process.Ports;

/**
 * From its folder to the same system again. From nothing to a working system is the way of the
 * journeys.
 */
class RestartIT {

    private final Ports ports = Ports.free();

    @Test
    void whatWasThereBeforeARestartIsThereAfterwards(@TempDir Path folder) throws Exception {
        Servers.found().prepare(folder);
        List<StaffMember> before;
        try (var first = Backing.start(Installation.in(folder, ports))) {
            before = first.staff();
            first.staffToken("administrator");
            execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                .isEqualTo("rw-------");
        try (var second = Backing.start(Installation.in(folder, ports))) {
            assertThat(second.staff()).isEqualTo(before);
            assertThat(second.staffToken("administrator")).isNotEmpty();
            execute(second, "INSERT INTO kept VALUES (43)");
        }
    }

    private static void execute(Backing backing, String sql) throws SQLException {
        Postgres postgres = backing.postgres();
        try (Connection owner = postgres.connect("portaldesk", postgres.owner());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
