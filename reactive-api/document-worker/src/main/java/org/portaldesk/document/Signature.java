package org.portaldesk.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file is, by its first bytes, and that it is nothing else. */
enum Signature {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    TIFF("image/tiff");

    /** Of the harmless text that every scanner of malware knows. */
    private static final String EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private static final List<String> FOREIGN =
            List.of("<script", "<html", "<!doctype html", "<?php", "<svg");
    private static final int ZIP_END = 65_557;

    private final String mediaType;

    Signature(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Signature of(byte[] file) {
        if (file.length == 0) {
            throw new RefusedDocument(Refusal.EMPTY);
        }
        refuseMalware(file);
        if (Bytes.at(file, 0, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (Bytes.at(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PNG;
        }
        if (Bytes.at(file, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (Bytes.at(file, 0, 'I', 'I', 42, 0) || Bytes.at(file, 0, 'M', 'M', 0, 42)) {
            return TIFF;
        }
        throw new RefusedDocument(
                isUnshownPicture(file) ? Refusal.UNSHOWN_PICTURE : Refusal.UNKNOWN_TYPE);
    }

    /** JPEG 2000 as a file and as a bare stream, and what telephones make of photographs. */
    private static boolean isUnshownPicture(byte[] file) {
        return Bytes.at(file, 4, 'j', 'P', ' ', ' ')
                || Bytes.at(file, 0, 0xFF, 0x4F, 0xFF, 0x51)
                || Bytes.at(file, 0, 0x97, 'J', 'B', '2')
                || Bytes.at(file, 4, 'f', 't', 'y', 'p', 'h', 'e')
                || Bytes.at(file, 4, 'f', 't', 'y', 'p', 'm', 'i', 'f')
                || Bytes.at(file, 4, 'f', 't', 'y', 'p', 'a', 'v', 'i', 'f');
    }

    static Optional<Signature> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(one -> one.mediaType.equals(mediaType)).findFirst();
    }

    static void refuseMalware(byte[] bytes) {
        if (Bytes.contains(bytes, EICAR)) {
            throw new RefusedDocument(Refusal.MALWARE);
        }
    }

    /**
     * A file that ends as another type, or holds pages for a browser, is meant for somebody else.
     */
    void refuseMixtures(byte[] file) {
        var strange =
                endsAsZip(file)
                        || FOREIGN.stream().anyMatch(text -> Bytes.contains(file, text))
                        || this != PDF && Bytes.contains(file, "%PDF-")
                        || !endsAsItself(file);
        if (strange) {
            throw new RefusedDocument(Refusal.MIXED_CONTENT);
        }
    }

    private boolean endsAsItself(byte[] file) {
        var end = Bytes.trimmedLength(file);
        return switch (this) {
            case PDF -> Bytes.at(file, end - 5, '%', '%', 'E', 'O', 'F');
            case JPEG -> Bytes.at(file, end - 2, 0xFF, 0xD9);
            case PNG -> PngChunks.endWithTheFile(file);
            // A TIFF says where its parts lie, and has no end.
            case TIFF -> true;
        };
    }

    /** Archives are read from their end. */
    private static boolean endsAsZip(byte[] file) {
        for (var place = Math.max(0, file.length - ZIP_END); place < file.length - 4; place++) {
            if (Bytes.at(file, place, 'P', 'K', 5, 6)) {
                return true;
            }
        }
        return false;
    }
}
