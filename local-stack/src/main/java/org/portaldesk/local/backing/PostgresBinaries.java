package org.portaldesk.local.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.SharedFolder;

/** Unpacks PostgreSQL's programs, which come as an archive inside a jar made for this platform. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> RUNNABLE =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path folder() {
        return SharedFolder.named(
                "postgres-" + Build.read().postgresVersion() + "-" + platform(),
                PostgresBinaries::unpack);
    }

    private static void unpack(Path folder) throws IOException {
        String archive = "/postgres-" + platform() + ".txz";
        InputStream jar = PostgresBinaries.class.getResourceAsStream(archive);
        if (jar == null) {
            throw new IOException("There is no PostgreSQL for this platform: " + archive);
        }
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(jar))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, RUNNABLE);
        }
    }

    /** As the makers of the archives name it, e.g. {@code linux-x86_64}. */
    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        return (system.startsWith("mac") ? "darwin" : "linux")
                + (processor.equals("aarch64") ? "-arm_64" : "-x86_64");
    }
}
