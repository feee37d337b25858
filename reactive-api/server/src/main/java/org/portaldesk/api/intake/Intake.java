package org.portaldesk.api.intake;

import java.util.List;
import java.util.function.Function;
import org.portaldesk.api.clinician.Clinicians;
import org.portaldesk.api.intake.Chunk.Entry;
import org.portaldesk.api.patient.Patients;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.feed.Receipt;
import org.portaldesk.api.result.Results;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Hands chunks to the features that keep them: patients first, for results are about them. */
@Component
class Intake {

    /**
     * Two feeds at once may get in each other's way; the statement that lost is simply run again.
     */
    private static final Retry AGAIN = Retry.max(3).filter(Intake::lostARace);

    private final Patients patients;
    private final Results results;
    private final Clinicians clinicians;

    Intake(Patients patients, Results results, Clinicians clinicians) {
        this.patients = patients;
        this.results = results;
        this.clinicians = clinicians;
    }

    /** Stores a chunk in one statement for each kind in it; a verdict for each entry. */
    Flux<Verdict> store(Caller caller, Chunk chunk) {
        return Flux.concat(
                refused(chunk),
                of(
                        chunk,
                        Incoming.OfPatient.class,
                        all -> patients.receive(caller, map(all, Incoming.OfPatient::patient))),
                of(
                        chunk,
                        Incoming.OfClinician.class,
                        all ->
                                clinicians.receive(
                                        caller, map(all, Incoming.OfClinician::clinician))),
                of(
                        chunk,
                        Incoming.OfReport.class,
                        all -> results.receiveReports(caller, map(all, Incoming.OfReport::report))),
                of(
                        chunk,
                        Incoming.OfObservation.class,
                        all ->
                                results.receiveObservations(
                                        caller, map(all, Incoming.OfObservation::observation))));
    }

    private static Flux<Verdict> refused(Chunk chunk) {
        return Flux.fromIterable(chunk.entries())
                .flatMapIterable(
                        entry ->
                                entry.incoming() instanceof Incoming.Rejected(var rejection)
                                        ? List.of(new Verdict.Refused(entry.line(), rejection))
                                        : List.of());
    }

    private static <I extends Incoming> Flux<Verdict> of(
            Chunk chunk, Class<I> kind, Function<List<I>, Mono<List<Receipt>>> receive) {
        var entries =
                chunk.entries().stream()
                        .filter(entry -> kind.isInstance(entry.incoming()))
                        .toList();
        if (entries.isEmpty()) {
            return Flux.empty();
        }
        return receive.apply(map(entries, entry -> kind.cast(entry.incoming())))
                .retryWhen(AGAIN)
                .flatMapIterable(receipts -> verdicts(entries, receipts));
    }

    private static List<Verdict> verdicts(List<Entry> entries, List<Receipt> receipts) {
        return map(receipts, receipt -> Verdict.of(entries.get(receipt.place()).line(), receipt));
    }

    private static <A, B> List<B> map(List<A> all, Function<A, B> change) {
        return all.stream().map(change).toList();
    }

    private static boolean lostARace(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || failure instanceof DuplicateKeyException;
    }
}
