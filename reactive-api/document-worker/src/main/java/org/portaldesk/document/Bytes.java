package org.portaldesk.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looking for short texts in long files. */
final class Bytes {

    private Bytes() {}

    /** Where the text stands at or after a place, without regard to case; -1 for nowhere. */
    static int find(byte[] file, String text, int from) {
        var wanted = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        for (var start = Math.max(0, from); start <= file.length - wanted.length; start++) {
            if (startsAt(file, wanted, start)) {
                return start;
            }
        }
        return -1;
    }

    static boolean contains(byte[] file, String text) {
        return find(file, text, 0) >= 0;
    }

    /** Whether these very bytes stand at a place. */
    static boolean at(byte[] file, int place, int... bytes) {
        if (place < 0 || place + bytes.length > file.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if ((file[place + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The length without the zeros and white space that some scanners leave at the end. */
    static int trimmedLength(byte[] file) {
        var length = file.length;
        while (length > 0 && (file[length - 1] == 0 || Character.isWhitespace(file[length - 1]))) {
            length--;
        }
        return length;
    }

    private static boolean startsAt(byte[] file, byte[] wanted, int start) {
        for (var i = 0; i < wanted.length; i++) {
            if (lower(file[start + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte character) {
        return character >= 'A' && character <= 'Z' ? (byte) (character + 32) : character;
    }
}
