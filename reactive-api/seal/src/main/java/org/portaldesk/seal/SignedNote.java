package org.portaldesk.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures below it, as the C2SP signed-note specification has it. The signature's
 * line starts with an em dash and tells the key's name; four bytes of the key's hash stand before
 * the signature.
 */
public final class SignedNote {

    private static final String SIGNATURE = "— ";

    /** Base64 of four bytes of the key's hash and an Ed25519 signature. */
    private static final int SIGNATURE_CHARS = 92;

    private SignedNote() {}

    /** The checkpoint that one of the keys signed; empty if none did. */
    public static Optional<Checkpoint> open(String note, Collection<VerifierKey> keys) {
        var end = end(note);
        return note.substring(end)
                        .lines()
                        .anyMatch(
                                line ->
                                        keys.stream()
                                                .anyMatch(
                                                        key ->
                                                                signed(
                                                                        note.substring(0, end),
                                                                        line,
                                                                        key)))
                ? read(note)
                : Optional.empty();
    }

    /** The checkpoint, whoever signed it; empty if it is none. */
    public static Optional<Checkpoint> read(String note) {
        return Checkpoint.parse(note.substring(0, end(note)));
    }

    private static int end(String note) {
        return note.indexOf("\n\n") + 1;
    }

    /**
     * The notes of a file in which they stand one after the other. A writer that died may have left
     * half a note, or the same one twice.
     */
    public static List<String> notes(String file) {
        var notes = new ArrayList<String>();
        var text = "";
        for (var part : file.strip().split("\n{2,}")) {
            if (isSignature(part)) {
                notes.add(text + "\n\n" + part + "\n");
            }
            text = part;
        }
        return notes;
    }

    private static boolean isSignature(String part) {
        return part.startsWith(SIGNATURE)
                && part.length() - part.lastIndexOf(' ') - 1 == SIGNATURE_CHARS;
    }

    static String signature(VerifierKey key, byte[] signature) {
        var bytes =
                ByteBuffer.allocate(Integer.BYTES + signature.length).put(key.id()).put(signature);
        return SIGNATURE + key.name() + " " + Base64.getEncoder().encodeToString(bytes.array());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean signed(String text, String line, VerifierKey key) {
        var prefix = SIGNATURE + key.name() + " ";
        if (!line.startsWith(prefix)) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder().decode(line.substring(prefix.length()).strip());
            return Arrays.equals(bytes, 0, Integer.BYTES, key.id(), 0, Integer.BYTES)
                    && key.signed(text, Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
