package org.portaldesk.api.intake;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.intake.Chunk.Entry;

/**
 * Reads a stream of lines chunk by chunk, each only when it is asked for. Blocks while it waits.
 */
final class Chunks {

    /** Keeps a chunk of very long lines small. */
    private static final int MOST_CHARACTERS = 1024 * 1024;

    private final Lines lines;
    private final FhirReader reader;
    private @Nullable Entry ahead;

    Chunks(InputStream stream, FhirReader reader) {
        this.lines = new Lines(stream);
        this.reader = reader;
    }

    /** The next chunk; empty at the end. */
    Chunk next() throws IOException {
        var chunk = new Chunk();
        if (ahead != null) {
            chunk.add(ahead);
            ahead = null;
        }
        for (int characters = 0; characters < MOST_CHARACTERS; ) {
            var line = lines.next();
            if (line == null) {
                return chunk;
            }
            characters += line.text() == null ? 0 : line.text().length();
            var entry = entry(line);
            if (!chunk.takes(entry)) {
                ahead = entry;
                return chunk;
            }
            chunk.add(entry);
        }
        return chunk;
    }

    private Entry entry(Lines.Line line) {
        var incoming =
                line.text() == null
                        ? new Incoming.Rejected(
                                line.rejection() == null ? Rejection.NOT_FHIR : line.rejection())
                        : reader.read(line.text());
        return new Entry(line.number(), incoming);
    }
}
