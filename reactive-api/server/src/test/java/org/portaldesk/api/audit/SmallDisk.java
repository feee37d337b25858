package org.portaldesk.api.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A file system of its own for one table, which can be filled to the last block. */
final class SmallDisk implements AutoCloseable {

    private final Connection database;
    private final String table;
    private final Path mount;
    private final Path ballast;

    private SmallDisk(Connection database, String table, Path mount) {
        this.database = database;
        this.table = table;
        this.mount = mount;
        this.ballast = mount.resolve("ballast");
    }

    /** Moves the table to a disk of 192 MB, of which a part is taken. */
    static SmallDisk under(Connection database, String table)
            throws IOException, SQLException, InterruptedException {
        var mount = Files.createTempDirectory("small-disk");
        command("mount", "-t", "tmpfs", "-o", "size=192m,mode=0700", "tmpfs", mount.toString());
        var disk = new SmallDisk(database, table, mount);
        var place = Files.createDirectory(mount.resolve("space"));
        disk.run("CREATE TABLESPACE small LOCATION '" + place + "'");
        disk.run("ALTER TABLE " + table + " SET TABLESPACE small");
        return disk;
    }

    /** Whether this machine lets us mount anything, and the database sees it. */
    static boolean possible(Connection database) throws SQLException {
        try {
            var probe = Files.createTempDirectory("probe");
            command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.toString());
            var seen = sees(database, probe);
            command("umount", probe.toString());
            Files.delete(probe);
            return seen;
        } catch (IOException | InterruptedException notAllowed) {
            return false;
        }
    }

    private static boolean sees(Connection database, Path folder) throws SQLException {
        try (var statement =
                database.prepareStatement("SELECT (pg_stat_file(?, true)).size IS NOT NULL")) {
            statement.setString(1, folder.toString());
            var row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Fills the disk, then whatever room is left in the pages that the table has already.
     *
     * @param row a statement that adds the smallest row that there can be
     */
    void fill(String row) throws IOException, SQLException {
        var block = new byte[1 << 12];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // That is what it is for.
        }
        run(
                "DO $$ BEGIN LOOP BEGIN %s; EXCEPTION WHEN disk_full THEN EXIT; END; END LOOP; END $$"
                        .formatted(row));
    }

    /** Somebody has tidied up. */
    void free() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException, SQLException, InterruptedException {
        Files.deleteIfExists(ballast);
        run("ALTER TABLE " + table + " SET TABLESPACE pg_default");
        run("DROP TABLESPACE small");
        command("umount", mount.toString());
        Files.delete(mount);
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void command(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
