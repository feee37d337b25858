package org.portaldesk.api.proxy;

import java.util.List;
import org.portaldesk.api.platform.Narrows;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.proxy.document.Form;
import org.portaldesk.api.proxy.document.FormReader;
import org.portaldesk.api.proxy.store.DocumentRows;
import org.portaldesk.api.proxy.store.DocumentRows.Staged;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes files in: one after the other, at most two at a time in the whole process, away from the
 * event loops. So memory is bounded by what two of the largest take.
 *
 * @see "docs/decisions/0071-strangers-files.md"
 */
@Component
class Documents {

    /** Of one file. */
    static final int MOST_BYTES = 20 << 20;

    private static final int MOST_FILES = 10;
    private static final int AT_ONE_TIME = 2;

    private final Scheduler readers = Schedulers.newBoundedElastic(AT_ONE_TIME, 100, "forms");
    private final Narrows narrows = new Narrows(AT_ONE_TIME);
    private final FormReader reader;
    private final DocumentRows rows;

    Documents(FormReader reader, DocumentRows rows) {
        this.reader = reader;
        this.rows = rows;
    }

    /**
     * Reads and keeps files, which belong to nothing until a request takes them.
     *
     * @return fails with {@code RefusedDocument} at the first that may not be kept
     */
    Mono<List<Staged>> stage(Flux<Part> files) {
        return files.index()
                .concatMap(
                        file ->
                                file.getT1() < MOST_FILES
                                        ? narrows.through(() -> stage(file.getT2()))
                                        : Mono.error(tooMany()))
                .collectList();
    }

    private Mono<Staged> stage(Part file) {
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(Documents::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(this::read)
                .flatMap(rows::stage);
    }

    private Mono<Form> read(byte[] file) {
        return reader.read(file, readers);
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static ProblemException tooMany() {
        return ProblemException.of(
                ProblemCode.TOO_LARGE, "Send at most %d files at once.".formatted(MOST_FILES));
    }
}
