package org.portaldesk.api.notice;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.CodeMint.Minted;
import org.portaldesk.api.notice.model.AnswerSheet;
import org.portaldesk.api.notice.model.LetterAct;
import org.portaldesk.api.notice.model.LetterOutcome;
import org.portaldesk.api.notice.model.LetterPaper;
import org.portaldesk.api.notice.model.LetterSheet;
import org.portaldesk.api.notice.print.LetterPress;
import org.portaldesk.api.notice.store.LetterRows;
import org.portaldesk.api.notice.store.LetterRows.Drawn;
import org.portaldesk.api.notice.store.LetterRows.Waiting;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterApi;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.letter.LetterKind;
import org.portaldesk.contract.letter.LetterState;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The letters desk: prints batches, and keeps what became of each letter.
 *
 * @see "docs/decisions/0041-letters.md"
 */
@Component
public class Letters {

    /** How often a print begins again because a letter changed while it was drawn. */
    private static final int AGAIN = 3;

    private record Document(
            LetterBatch batch, List<Waiting> letters, List<Optional<Minted>> codes) {}

    private final LetterRows rows;
    private final LetterPress press;
    private final CodeMint mint;
    private final Idempotency idempotency;

    Letters(LetterRows rows, LetterPress press, CodeMint mint, Idempotency idempotency) {
        this.rows = rows;
        this.press = press;
        this.mint = mint;
        this.idempotency = idempotency;
    }

    /** Letters, oldest first. */
    public Mono<Page<Letter>> list(
            Caller caller,
            @Nullable LetterState state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        return rows.list(caller, state, last == null ? null : last.uuid(0), Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, letter -> Cursor.of(letter.id())));
    }

    /** Prints queued letters; empty when there is nothing to print. */
    public Mono<LetterBatch> print(Caller caller, LetterApi.Print wish, @Nullable String key) {
        return idempotency.once(
                caller,
                key,
                "letters:print",
                wish,
                LetterBatch.class,
                kept -> attempt(caller, wish, kept, AGAIN));
    }

    /** A batch's manifest; empty when there is no such batch. */
    public Mono<LetterBatch> batch(Caller caller, UUID id) {
        return rows.batch(caller, id);
    }

    /** Does something with one letter. */
    public Mono<LetterOutcome> act(
            Caller caller, UUID id, OptionalInt seen, LetterAct act, @Nullable String reason) {
        return rows.act(caller, id, seen, act, reason);
    }

    private Mono<LetterBatch> attempt(
            Caller caller, LetterApi.Print wish, Kept kept, int attemptsLeft) {
        return rows.toPrint(caller, wish.letterIds())
                .filter(letters -> !letters.isEmpty() && attemptsLeft > 0)
                .flatMap(letters -> drawn(caller, letters))
                .flatMap(
                        document ->
                                rows.print(caller, written(document, kept))
                                        .flatMap(
                                                done ->
                                                        done
                                                                ? Mono.just(document.batch)
                                                                : attempt(
                                                                        caller,
                                                                        wish,
                                                                        kept,
                                                                        attemptsLeft - 1)));
    }

    private Mono<Document> drawn(Caller caller, List<Waiting> letters) {
        return Mono.fromCallable(() -> draw(caller, letters))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Document draw(Caller caller, List<Waiting> letters) {
        var codes = letters.stream().map(this::code).toList();
        var sheets =
                IntStream.range(0, letters.size())
                        .mapToObj(i -> sheet(letters.get(i), codes.get(i)))
                        .toList();
        var first = letters.getFirst();
        var pdf = press.draw(first.batch(), first.moment(), sheets);
        var batch =
                new LetterBatch(
                        first.batch(),
                        first.moment(),
                        caller.name(),
                        letters.size(),
                        manifest(letters),
                        pdf);
        return new Document(batch, letters, codes);
    }

    private Optional<Minted> code(Waiting letter) {
        return letter.letter().kind() == LetterKind.ACTIVATION_CODE
                ? Optional.of(mint.mint())
                : Optional.empty();
    }

    private static LetterPaper sheet(Waiting letter, Optional<Minted> code) {
        return code.<LetterPaper>map(
                        minted ->
                                new LetterSheet(
                                        letter.language(),
                                        letter.addressee(),
                                        minted.printed(),
                                        Objects.requireNonNull(letter.expiresAt())))
                .orElseGet(
                        () ->
                                new AnswerSheet(
                                        letter.language(),
                                        letter.addressee(),
                                        letter.letter().kind(),
                                        letter.reason()));
    }

    private static List<LetterBatch.Sheet> manifest(List<Waiting> letters) {
        return IntStream.range(0, letters.size())
                .mapToObj(
                        i -> {
                            var letter = letters.get(i).letter();
                            return new LetterBatch.Sheet(
                                    i + 1,
                                    letter.id(),
                                    letter.kind(),
                                    letter.recipientName(),
                                    letter.patientName(),
                                    letter.mrn(),
                                    letter.language());
                        })
                .toList();
    }

    private static Drawn written(Document document, Kept kept) {
        return new Drawn(
                document.batch.id(),
                document.batch.printedAt(),
                document.letters.stream().map(waiting -> waiting.letter().id()).toList(),
                document.letters.stream().map(waiting -> waiting.letter().version()).toList(),
                document.codes.stream().map(Letters::hash).toList(),
                kept.parameters(document.batch));
    }

    private static String hash(Optional<Minted> code) {
        return code.map(minted -> HexFormat.of().formatHex(minted.hash())).orElse("");
    }
}
