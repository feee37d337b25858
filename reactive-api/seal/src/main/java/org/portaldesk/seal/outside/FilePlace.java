package org.portaldesk.seal.outside;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.SignedNote;

/**
 * One file that only grows. Whoever can change the database must not be able to change it, so it
 * belongs on another machine's disk or on one that is written once.
 */
record FilePlace(Path file) implements CheckpointPlace {

    /** Bytes at the end in which the last note stands, whatever a dead writer left behind it. */
    private static final int TAIL = 16_384;

    @Override
    public void append(List<String> notes) throws IOException {
        var last = last();
        var fresh = notes.stream().allMatch(note -> number(note) > last) ? notes : fresh(notes);
        var text = new StringBuilder();
        // An empty line first: a writer that died may have left half a line.
        fresh.forEach(note -> text.append("\n\n").append(note));
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // A disk that becomes full takes a part before it refuses.
            for (var bytes = ByteBuffer.wrap(bytes(text)); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Those that are not there yet. */
    private List<String> fresh(List<String> notes) throws IOException {
        Map<Long, String> published = new HashMap<>();
        read(
                note ->
                        SignedNote.read(note)
                                .ifPresent(it -> published.putIfAbsent(it.number(), note)));
        var fresh = new ArrayList<String>();
        for (var note : notes) {
            var there = published.get(number(note));
            if (there == null) {
                fresh.add(note);
            } else {
                ForkedException.unlessSame(number(note), there, note);
            }
        }
        return fresh;
    }

    /** The highest number at the end of the file, so that not all of it is read each time. */
    private long last() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var end = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(TAIL, end.length())];
            end.seek(end.length() - tail.length);
            end.readFully(tail);
            return notes(tail).stream()
                    .map(SignedNote::read)
                    .flatMap(Optional::stream)
                    .mapToLong(Checkpoint::number)
                    .max()
                    .orElse(tail.length == 0 ? 0 : Long.MAX_VALUE);
        }
    }

    @Override
    public void read(Consumer<String> each) throws IOException {
        // Nothing published yet is one thing, a disk that is not there another.
        if (Files.exists(file) || !Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
            notes(Files.readAllBytes(file)).forEach(each);
        }
    }

    @Override
    public void close() {
        // The file is opened for each act.
    }

    private static long number(String note) {
        return SignedNote.read(note).orElseThrow().number();
    }

    /** Whatever bytes somebody put in: a check tells of them, and does not end with them. */
    private static List<String> notes(byte[] bytes) {
        return SignedNote.notes(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
