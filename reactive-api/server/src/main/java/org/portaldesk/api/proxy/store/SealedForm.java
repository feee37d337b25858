package org.portaldesk.api.proxy.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.portaldesk.api.proxy.document.Form;
import org.portaldesk.api.proxy.store.DocumentKey.Part;

/**
 * A file as it lies in the database.
 *
 * @param key of its own, locked
 * @param pieces of the original, a megabyte each
 * @param pages from the first
 * @param sha256 of the pieces, one after the other
 */
record SealedForm(DocumentSafe.Locked key, List<byte[]> pieces, List<byte[]> pages, byte[] sha256) {

    private static final int PIECE = 1 << 20;

    static SealedForm of(Form form, DocumentSafe safe) {
        var key = DocumentKey.fresh();
        var pieces = sealed(key, Part.PIECE, split(form.original()));
        return new SealedForm(
                safe.lock(key, form.sha256()),
                pieces,
                sealed(key, Part.PAGE, form.pages()),
                sha256(pieces));
    }

    static List<byte[]> sealed(DocumentKey key, Part part, List<byte[]> clear) {
        return IntStream.range(0, clear.size())
                .mapToObj(place -> key.seal(part, part.first() + place, clear.get(place)))
                .toList();
    }

    static byte[] sha256(List<byte[]> pieces) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            pieces.forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static List<byte[]> split(byte[] file) {
        return IntStream.range(0, (file.length + PIECE - 1) / PIECE)
                .mapToObj(
                        place ->
                                Arrays.copyOfRange(
                                        file,
                                        place * PIECE,
                                        Math.min(file.length, (place + 1) * PIECE)))
                .toList();
    }

    @Override
    public String toString() {
        return "SealedForm[…]";
    }
}
