package org.portaldesk.api.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.portaldesk.api.intake.Chunk.Entry;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes single resources and batches, which are read whole. */
@Component
class DocumentImport {

    private static final int LARGEST_RESOURCE = Lines.LONGEST;
    private static final int LARGEST_BATCH = 4 * 1024 * 1024;

    private final FhirReader reader;
    private final Intake intake;
    private final IntakeThreads threads;

    DocumentImport(FhirReader reader, Intake intake, IntakeThreads threads) {
        this.reader = reader;
        this.intake = intake;
        this.threads = threads;
    }

    /** One resource under the id of its address. */
    Mono<Verdict.Stored> put(Caller caller, String type, String id, Flux<DataBuffer> body) {
        return text(body, LARGEST_RESOURCE)
                .map(json -> named(type, id, reader.read(json)))
                .flatMap(incoming -> intake.store(caller, alone(incoming)).single())
                .map(DocumentImport::storedOrRefused);
    }

    /** A batch; the answer is FHIR too, with one entry for each of its. */
    Mono<String> batch(Caller caller, Flux<DataBuffer> body) {
        return text(body, LARGEST_BATCH)
                .map(json -> Batch.read(reader, json))
                .flatMap(
                        batch ->
                                Flux.fromIterable(Chunk.of(batch.entries()))
                                        .concatMap(chunk -> intake.store(caller, chunk))
                                        .collectList()
                                        .publishOn(threads.documents())
                                        .map(batch::answer))
                .map(reader::write)
                .onErrorMap(Rejection.Signal.class, signal -> invalid(signal.rejection()));
    }

    /** A client cannot ask for one thing and send another. */
    private static Incoming named(String type, String id, Incoming incoming) {
        var isOther =
                !(incoming instanceof Incoming.Rejected)
                        && !incoming.keys().contains(type + "/" + id);
        return isOther
                ? new Incoming.Rejected(new Rejection("id", "is not what the address names"))
                : incoming;
    }

    private static Chunk alone(Incoming incoming) {
        return Chunk.of(List.of(new Entry(1, incoming))).getFirst();
    }

    private static Verdict.Stored storedOrRefused(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Stored stored -> stored;
            case Verdict.Refused(_, var rejection) -> throw invalid(rejection);
        };
    }

    private static ProblemException invalid(Rejection rejection) {
        return ProblemException.invalid(rejection.element(), rejection.message());
    }

    private Mono<String> text(Flux<DataBuffer> body, int largest) {
        return DataBufferUtils.join(body, largest)
                .map(DocumentImport::text)
                .defaultIfEmpty("")
                .publishOn(threads.documents());
    }

    private static String text(DataBuffer buffer) {
        try {
            return buffer.toString(StandardCharsets.UTF_8);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
