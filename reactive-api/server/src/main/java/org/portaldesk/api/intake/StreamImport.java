package org.portaldesk.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.fhir.ImportReport;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Takes a stream of lines of any length. While one chunk is being stored the next one is being
 * read, and no more: the client is held back by what the database can take.
 *
 * @see "docs/decisions/0020-the-feeds-door.md"
 */
@Component
class StreamImport {

    /** Network buffers that may wait to be read. */
    private static final int BUFFERS_AHEAD = 16;

    private static final int CHUNKS_AHEAD = 1;
    private static final int UNZIP_AT_ONCE = 64 * 1024;

    /** A client that says nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final FhirReader reader;
    private final Intake intake;
    private final IntakeThreads threads;

    StreamImport(FhirReader reader, Intake intake, IntakeThreads threads) {
        this.reader = reader;
        this.intake = intake;
        this.threads = threads;
    }

    Mono<ImportReport> take(Caller caller, Flux<DataBuffer> body, boolean zipped) {
        return Flux.using(
                        () -> blocking(body), stream -> chunks(stream, zipped), StreamImport::close)
                .subscribeOn(threads.streams())
                .concatMap(chunk -> intake.store(caller, chunk), CHUNKS_AHEAD)
                .collect(Tally::new, Tally::add)
                .map(Tally::report)
                .onErrorMap(StreamImport::isOfTheBody, _ -> broken());
    }

    private InputStream blocking(Flux<DataBuffer> body) {
        return DataBufferUtils.subscriberInputStream(
                body.timeout(SILENCE)
                        .publishOn(threads.handover(), BUFFERS_AHEAD)
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release),
                BUFFERS_AHEAD);
    }

    private Flux<Chunk> chunks(InputStream stream, boolean zipped) {
        return Flux.generate(
                () ->
                        new Chunks(
                                zipped ? new GZIPInputStream(stream, UNZIP_AT_ONCE) : stream,
                                reader),
                StreamImport::emit);
    }

    private static Chunks emit(Chunks chunks, SynchronousSink<Chunk> sink) {
        try {
            var chunk = chunks.next();
            if (chunk.isEmpty()) {
                sink.complete();
            } else {
                sink.next(chunk);
            }
        } catch (IOException broken) {
            sink.error(broken);
        }
        return chunks;
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOfTheBody(Throwable failure) {
        return failure instanceof IOException;
    }

    private static ProblemException broken() {
        return ProblemException.of(
                ProblemCode.MALFORMED,
                "The body breaks off or is not what its encoding says. Lines before that are taken.");
    }
}
