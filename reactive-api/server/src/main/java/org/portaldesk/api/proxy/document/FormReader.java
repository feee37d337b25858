package org.portaldesk.api.proxy.document;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads a file that somebody sent: by its content, never by its name. What comes out are pictures
 * that we have drawn; nothing of the original reaches a browser.
 *
 * @see "docs/decisions/0071-strangers-files.md"
 */
@Component
public class FormReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    FormReader() {
        // Pages are drawn without a screen; the property must be set before the first drawing.
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * @throws RefusedDocument when the file may not be kept
     */
    public Form read(byte[] file) {
        var signature = Signature.of(file);
        signature.refuseMixtures(file);
        try {
            return new Form(signature.mediaType(), file, sha256(file), pages(signature, file));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new RefusedDocument(Refusal.UNREADABLE);
        }
    }

    private static List<byte[]> pages(Signature signature, byte[] file) throws IOException {
        return switch (signature) {
            case PDF -> new PdfForm(file, Deadline.in(PATIENCE)).pages();
            case PNG, JPEG -> List.of(new PictureForm(file, signature).page());
        };
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
