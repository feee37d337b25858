package org.portaldesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.portaldesk.local.process.Build;
import org.portaldesk.local.process.SharedFolder;

/**
 * A Boot jar of this checkout, unpacked into the state folder: it starts faster so, and a build
 * does not pull the jar away from under a running system.
 *
 * @param jar where the build left it
 * @param folder where it is unpacked to; emptied when the jar is another
 */
record ApplicationJar(Path jar, Path folder) {

    /**
     * Finds the newest jar of a module.
     *
     * @throws IllegalStateException when the module has not been built
     */
    static ApplicationJar of(Path module, Path folder) {
        Path target = module.resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(f -> f.getFileName().toString().matches("portal-desk-.*\\.jar"))
                    .findFirst()
                    .map(found -> new ApplicationJar(found, folder))
                    .orElseThrow(() -> new IllegalStateException(module + " has not been built"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar to start, with its libraries beside it. */
    Path unpacked() {
        Path stamp = folder.resolve("unpacked-from");
        try {
            String identity = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(identity)) {
                SharedFolder.delete(folder);
                unpack();
                Files.writeString(stamp, identity);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(jar.getFileName());
    }

    private void unpack() throws IOException {
        List<String> command =
                List.of(
                        Build.java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Cannot unpack " + jar + ":\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
