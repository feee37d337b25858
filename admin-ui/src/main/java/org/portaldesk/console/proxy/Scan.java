package org.portaldesk.console.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;

/**
 * A file from the desk's computer that waits on disk. It needs a name; what that says does not
 * count.
 */
final class Scan extends FileSystemResource {

    private final String name;
    private final Path place;

    Scan(String name, Path place) {
        super(place);
        this.name = name;
        this.place = place;
    }

    @Override
    public String getFilename() {
        return name;
    }

    /** Deletes it; its size before, or nothing when it was gone. */
    long delete() {
        try {
            var size = Files.exists(place) ? Files.size(place) : 0;
            Files.deleteIfExists(place);
            return size;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
