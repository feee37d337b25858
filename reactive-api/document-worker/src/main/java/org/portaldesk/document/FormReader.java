package org.portaldesk.document;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Reads a file that somebody sent: by its content, never by its name. What comes out are pictures
 * that we have drawn; nothing of the original reaches a browser.
 *
 * @see "docs/decisions/0071-strangers-files.md"
 */
final class FormReader {

    private static final Duration PATIENCE = Duration.ofSeconds(18);

    FormReader() {
        // Pages are drawn without a screen; the property must be set before the first drawing.
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * @throws RefusedDocument when the file may not be kept
     */
    Answer.Drawn read(byte[] file) {
        var signature = Signature.of(file);
        signature.refuseMixtures(file);
        try {
            return new Answer.Drawn(signature.mediaType(), pages(signature, file));
        } catch (RefusedDocument refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // Libraries fail on what is damaged in every way that there is.
            throw new RefusedDocument(Refusal.UNREADABLE);
        }
    }

    private static List<byte[]> pages(Signature signature, byte[] file) throws IOException {
        var deadline = Deadline.in(PATIENCE);
        return switch (signature) {
            case PDF -> new PdfForm(file, deadline).pages();
            case PNG, JPEG, TIFF -> new PictureForm(file, signature, deadline).pages();
        };
    }
}
