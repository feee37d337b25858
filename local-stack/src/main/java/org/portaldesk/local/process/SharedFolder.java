package org.portaldesk.local.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Folders that are costly to make and the same for every checkout and every test run: unpacked
 * servers. They lie in the user's cache ({@code $XDG_CACHE_HOME/portal-desk}, usually {@code
 * ~/.cache/portal-desk}) and may be deleted at any time when nothing runs.
 */
public final class SharedFolder {

    private SharedFolder() {}

    /** Fills an empty folder. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** The folder of that name; filled first, by one process only, if it is not there yet. */
    public static Path named(String name, Filling filling) {
        Path folder = root().resolve(name);
        return Files.isDirectory(folder) ? folder : made(folder, filling);
    }

    /** Whether the folder of that name is there already. */
    public static boolean exists(String name) {
        return Files.isDirectory(root().resolve(name));
    }

    /** Deletes a folder and everything in it. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One at a time in this process too. It may need another one first, hence no plain lock per
     * folder.
     */
    private static synchronized Path made(Path folder, Filling filling) {
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try {
            Files.createDirectories(root());
            try (var channel = FileChannel.open(lock, CREATE, WRITE);
                    var _ = channel.lock()) {
                return Files.isDirectory(folder) ? folder : fill(folder, filling);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + folder, e);
        }
    }

    /** Under another name until it is whole, so that a crash leaves nothing that looks finished. */
    private static Path fill(Path folder, Filling filling) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        delete(draft);
        Files.createDirectories(draft);
        filling.fill(draft);
        return Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path root() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(Objects.requireNonNull(System.getProperty("user.home")));
        return (cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache))
                .resolve("portal-desk");
    }
}
