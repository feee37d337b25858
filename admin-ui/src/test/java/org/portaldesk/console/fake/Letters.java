package org.portaldesk.console.fake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterApi;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.letter.LetterKind;
import org.portaldesk.contract.letter.LetterState;
import org.portaldesk.contract.problem.ProblemCode;
import reactor.core.publisher.Mono;

/** Letters in every pile, printed in batches as the real ones are. */
public final class Letters implements LetterApi {

    public static final UUID BATCH = new UUID(8, 1);

    private static final List<String> NAMES =
            List.of(
                    "Nienow, Brunilda Lucinda",
                    "Boyle, Ciera",
                    "Delrío, Adán",
                    "Kuhlman, Marcela",
                    "Grimes, Apryl");

    private final Desk desk;
    private final List<Letter> letters = new ArrayList<>();

    Letters(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        letters.clear();
        IntStream.range(0, 5).forEach(n -> letters.add(letter(n, LetterState.QUEUED)));
        IntStream.range(5, 9).forEach(n -> letters.add(letter(n, LetterState.PRINTED)));
        IntStream.range(9, 12).forEach(n -> letters.add(letter(n, LetterState.MAILED)));
        letters.add(letter(12, LetterState.RETURNED));
    }

    /** Takes all letters off the desk. */
    public synchronized void clear() {
        letters.clear();
    }

    public synchronized long count(LetterState state) {
        return letters.stream().filter(one -> one.state() == state).count();
    }

    /** Somebody else has mailed it already. */
    public synchronized void goneMeanwhile(int printed) {
        var gone = in(LetterState.PRINTED).get(printed);
        letters.replaceAll(one -> one.id().equals(gone.id()) ? to(one, LetterState.MAILED) : one);
    }

    private static Letter letter(int n, LetterState state) {
        var queued = Instant.now().minus(Duration.ofHours(70 - n));
        var printed = state == LetterState.QUEUED ? null : queued.plus(Duration.ofHours(20));
        return new Letter(
                new UUID(6, n),
                n == 8 ? LetterKind.PROXY_REQUEST_DENIED : LetterKind.ACTIVATION_CODE,
                n == 8 ? "Lena Nienow" : NAMES.get(n % NAMES.size()),
                n % 5 == 0 ? Patients.BRUNILDA : new UUID(7, n),
                NAMES.get(n % NAMES.size()),
                "%08x-b1e".formatted((n + 3) * 99_277),
                n == 8 ? null : new UUID(9, n),
                n != 6,
                state,
                n % 2 == 0 ? "es" : "en",
                queued,
                printed == null ? null : BATCH,
                printed,
                state == LetterState.MAILED || state == LetterState.RETURNED
                        ? queued.plus(Duration.ofHours(22))
                        : null,
                state == LetterState.RETURNED ? queued.plus(Duration.ofHours(60)) : null,
                2);
    }

    private static Letter to(Letter one, LetterState state) {
        var now = Instant.now();
        return new Letter(
                one.id(),
                one.kind(),
                one.recipientName(),
                one.patientId(),
                one.patientName(),
                one.mrn(),
                one.activationCodeId(),
                state != LetterState.RETURNED,
                state,
                one.language(),
                one.queuedAt(),
                state == LetterState.QUEUED ? null : BATCH,
                state == LetterState.PRINTED ? now : one.printedAt(),
                state == LetterState.MAILED ? now : one.mailedAt(),
                state == LetterState.RETURNED ? now : null,
                one.version() + 1);
    }

    private synchronized List<Letter> in(@Nullable LetterState state) {
        return letters.stream().filter(one -> state == null || one.state() == state).toList();
    }

    @Override
    public Mono<Page<Letter>> list(
            @Nullable LetterState state, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read("letters " + state, () -> new Page<>(in(state), null));
    }

    @Override
    public Mono<LetterBatch> print(Print print, @Nullable String idempotencyKey) {
        return desk.act(
                "print",
                () -> {
                    synchronized (this) {
                        var queued = in(LetterState.QUEUED);
                        letters.replaceAll(
                                one ->
                                        one.state() == LetterState.QUEUED
                                                ? to(one, LetterState.PRINTED)
                                                : one);
                        return batchOf(queued, pdf());
                    }
                });
    }

    /** The smallest document that a viewer takes. */
    private static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static LetterBatch batchOf(List<Letter> sheets, byte @Nullable [] pdf) {
        return new LetterBatch(
                BATCH,
                Instant.now(),
                "Hana Kim",
                sheets.size(),
                IntStream.range(0, sheets.size())
                        .mapToObj(
                                n ->
                                        new LetterBatch.Sheet(
                                                n + 1,
                                                sheets.get(n).id(),
                                                sheets.get(n).kind(),
                                                sheets.get(n).recipientName(),
                                                sheets.get(n).patientName(),
                                                sheets.get(n).mrn(),
                                                sheets.get(n).language()))
                        .toList(),
                pdf);
    }

    @Override
    public Mono<LetterBatch> batch(UUID id) {
        return desk.read("batch " + id, () -> batchOf(in(LetterState.PRINTED), null));
    }

    @Override
    public Mono<Letter> mailed(UUID id, @Nullable String ifMatch) {
        return move("mailed", id, LetterState.MAILED);
    }

    @Override
    public Mono<Letter> returned(UUID id, @Nullable Reason reason, @Nullable String ifMatch) {
        return move(
                "returned because " + (reason == null ? null : reason.reason()),
                id,
                LetterState.RETURNED);
    }

    @Override
    public Mono<Letter> reprint(UUID id, Reason reason, @Nullable String ifMatch) {
        return move("reprint because " + reason.reason(), id, LetterState.QUEUED);
    }

    private Mono<Letter> move(String act, UUID id, LetterState to) {
        return desk.act(
                act,
                () -> {
                    synchronized (this) {
                        var before =
                                letters.stream()
                                        .filter(one -> one.id().equals(id))
                                        .findFirst()
                                        .orElseThrow();
                        if (before.state() == to) {
                            throw new ApiException(
                                    new ApiFailure.Refused(
                                            Desk.problem(ProblemCode.STATE_CONFLICT)));
                        }
                        letters.replaceAll(one -> one.id().equals(id) ? to(one, to) : one);
                        return to(before, to);
                    }
                });
    }
}
