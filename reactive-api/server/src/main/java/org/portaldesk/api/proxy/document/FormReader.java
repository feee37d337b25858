package org.portaldesk.api.proxy.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.portaldesk.document.Answer;
import org.portaldesk.document.DocumentWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has a file read that somebody sent. This process does not look into it: a worker does.
 *
 * @see "docs/decisions/0106-documents-in-a-process-of-their-own.md"
 */
@Component
public class FormReader {

    private static final Logger LOG = LoggerFactory.getLogger(FormReader.class);

    private final DocumentWorker worker = new DocumentWorker();

    FormReader() {
        LOG.info("Document workers are kept by {}", worker.keptBy());
    }

    /**
     * Blocks for as long as the worker takes, {@link DocumentWorker#PATIENCE} at most.
     *
     * @throws RefusedDocument when the file may not be kept
     */
    public Form read(byte[] file) {
        try {
            return switch (worker.open(file)) {
                case Answer.Drawn(var mediaType, var pages) ->
                        new Form(mediaType, file, sha256(file), pages);
                case Answer.Refused(var why) -> throw new RefusedDocument(why);
            };
        } catch (IOException noWorker) {
            throw new UncheckedIOException(noWorker);
        }
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
