package org.portaldesk.api.audit.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.portaldesk.seal.SignedNote;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The checkpoints outside the database: one file that only grows. Whoever can change the database
 * must not be able to change this file, so it belongs on another machine's disk or on one that is
 * written once.
 */
@Component
class PublishedCheckpoints {

    private final Path file;

    PublishedCheckpoints(SealSettings settings) {
        this.file = settings.checkpoints();
    }

    /** All of them, as they were published. */
    Mono<List<String>> all() {
        return Mono.fromCallable(this::read).subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * Adds some, and completes when they are on disk. Somebody who died between file and database
     * has added some before; twice the same does no harm.
     */
    Mono<Void> append(List<SealStore.Note> notes) {
        return Mono.<Void>fromRunnable(() -> write(notes)).subscribeOn(Schedulers.boundedElastic());
    }

    private void write(List<SealStore.Note> notes) {
        var text = new StringBuilder();
        // An empty line first: a writer that died may have left half a line.
        notes.forEach(note -> text.append("\n\n").append(note.text()));
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read() throws IOException {
        return Files.exists(file) ? SignedNote.notes(Files.readString(file)) : List.of();
    }
}
