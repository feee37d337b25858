package org.portaldesk.api.proxy.document;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.document.Answer;
import org.portaldesk.document.DocumentWorker;
import org.portaldesk.document.Opening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Has a file read that somebody sent. This process does not look into it: a worker does.
 *
 * @see "docs/decisions/0106-documents-in-a-process-of-their-own.md"
 */
@Component
public class FormReader {

    private static final Logger LOG = LoggerFactory.getLogger(FormReader.class);

    private static final Duration SOON = Duration.ofSeconds(10);

    private final DocumentWorker worker = new DocumentWorker();

    FormReader() {
        LOG.info("Document workers are kept by {}", worker.keptBy());
    }

    /**
     * Fails with {@link RefusedDocument} when the file may not be kept. Whoever waits no longer
     * ends the worker; where none can be started, come back later.
     *
     * @param threads on which it blocks, {@link DocumentWorker#PATIENCE} at most
     */
    public Mono<Form> read(byte[] file, Scheduler threads) {
        return Mono.using(
                        worker::start,
                        opening -> Mono.fromCallable(() -> opening.answer(file)),
                        Opening::close)
                .subscribeOn(threads)
                .onErrorMap(IOException.class, FormReader::noWorker)
                .map(answer -> form(file, answer));
    }

    private static Form form(byte[] file, Answer answer) {
        return switch (answer) {
            case Answer.Drawn(var mediaType, var pages) ->
                    new Form(mediaType, file, sha256(file), pages);
            case Answer.Refused(var why) -> throw new RefusedDocument(why);
        };
    }

    private static ProblemException noWorker(Throwable failure) {
        LOG.warn("No document worker starts: {}", failure.toString());
        return ProblemException.later(
                ProblemCode.UNAVAILABLE, "Files cannot be opened right now.", SOON);
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
