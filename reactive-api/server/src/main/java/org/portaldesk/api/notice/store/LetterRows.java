package org.portaldesk.api.notice.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.model.Addressee;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.model.LetterAct;
import org.portaldesk.api.notice.model.LetterOutcome;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.letter.LetterKind;
import org.portaldesk.contract.letter.LetterState;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Letters and their batches in PostgreSQL. */
@Component
public class LetterRows {

    /**
     * A letter that waits for the printer.
     *
     * @param reason of an answer, by name
     * @param expiresAt when its code dies; absent for an answer
     * @param batch the id that a batch made of this reading shall have
     * @param moment when it was read
     */
    public record Waiting(
            Letter letter,
            Addressee addressee,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            UUID batch,
            Instant moment) {

        /** The language that it is written in. */
        public Language language() {
            return Language.of(letter.language());
        }
    }

    /** A batch as it was drawn, to be written. */
    public record Drawn(
            UUID batch,
            Instant moment,
            List<UUID> letters,
            List<Integer> versions,
            List<String> hashes,
            List<Object> kept) {}

    private record BatchRow(
            UUID id, Instant printedAt, String printedBy, int count, LetterBatch.Sheet sheet) {}

    private final Database database;

    LetterRows(Database database) {
        this.database = database;
    }

    /** Letters in a state, or all of them, oldest first; on record as read. */
    public Mono<List<Letter>> list(
            Caller caller, @Nullable LetterState state, @Nullable UUID after, int rows) {
        return database.statement(
                        state == null ? LetterSql.ALL : LetterSql.IN_STATE,
                        caller.asJson(),
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(after, UUID.class),
                        rows)
                .map((row, _) -> letter(row, LetterState.valueOf(text(row, "state"))))
                .all()
                .collectList();
    }

    /** Ends letters whose code is dead and reads those that can be printed. */
    public Mono<List<Waiting>> toPrint(Caller caller, @Nullable List<UUID> letters) {
        return database.statement(
                        LetterSql.TO_PRINT,
                        caller.asJson(),
                        nullable(
                                letters == null ? null : letters.toArray(UUID[]::new),
                                UUID[].class))
                .map((row, _) -> waiting(row))
                .all()
                .collectList();
    }

    /** Writes a batch, whole or not at all; whether it was. */
    public Mono<Boolean> print(Caller caller, Drawn drawn) {
        var kept = drawn.kept();
        return database.statement(
                        LetterSql.PRINT,
                        caller.asJson(),
                        drawn.batch(),
                        drawn.moment(),
                        drawn.letters().toArray(UUID[]::new),
                        drawn.versions().toArray(Integer[]::new),
                        drawn.hashes().toArray(String[]::new),
                        kept.get(0),
                        kept.get(1),
                        kept.get(2))
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** A batch's manifest; empty when there is none. */
    public Mono<LetterBatch> batch(Caller caller, UUID id) {
        return database.statement(LetterSql.BATCH, caller.asJson(), id)
                .map((row, _) -> batchRow(row))
                .all()
                .collectList()
                .mapNotNull(LetterRows::manifest);
    }

    /** Does one act on one letter, or puts its refusal on record. */
    public Mono<LetterOutcome> act(
            Caller caller, UUID id, OptionalInt seen, LetterAct act, @Nullable String reason) {
        var from = act.from().stream().map(LetterState::name).toArray(String[]::new);
        return database.statement(
                        LetterSql.ACT,
                        caller.asJson(),
                        id,
                        nullable(seen.isPresent() ? seen.getAsInt() : null, Integer.class),
                        from,
                        act.to().name(),
                        nullable(reason, String.class),
                        act.onRecord())
                .map((row, _) -> outcome(row, seen))
                .one()
                .defaultIfEmpty(new LetterOutcome.Unknown());
    }

    private static LetterOutcome outcome(Readable row, OptionalInt seen) {
        if (get(row, "done", Boolean.class)) {
            return new LetterOutcome.Done(letter(row, LetterState.valueOf(text(row, "state"))));
        }
        var version = get(row, "version_seen", Integer.class);
        return seen.isPresent() && seen.getAsInt() != version
                ? new LetterOutcome.Stale()
                : new LetterOutcome.NotInState(LetterState.valueOf(text(row, "state_seen")));
    }

    private static Letter letter(Readable row, LetterState state) {
        return new Letter(
                get(row, "id", UUID.class),
                LetterKind.valueOf(text(row, "kind")),
                recipient(row),
                get(row, "patient_id", UUID.class),
                name(row).familyFirst(),
                text(row, "mrn"),
                row.get("code_id", UUID.class),
                get(row, "live", Boolean.class),
                state,
                text(row, "language"),
                get(row, "queued_at", Instant.class),
                row.get("batch_id", UUID.class),
                row.get("printed_at", Instant.class),
                row.get("mailed_at", Instant.class),
                row.get("returned_at", Instant.class),
                get(row, "version", Integer.class));
    }

    private static Waiting waiting(Readable row) {
        return new Waiting(
                letter(row, LetterState.QUEUED),
                new Addressee(
                        recipient(row),
                        Arrays.asList(get(row, "address_lines", String[].class)),
                        row.get("city", String.class),
                        row.get("province", String.class),
                        row.get("postal_code", String.class),
                        row.get("country", String.class)),
                row.get("reason", String.class),
                row.get("expires_at", Instant.class),
                get(row, "next_batch", UUID.class),
                get(row, "moment", Instant.class));
    }

    private static BatchRow batchRow(Readable row) {
        return new BatchRow(
                get(row, "id", UUID.class),
                get(row, "printed_at", Instant.class),
                text(row, "printed_by_name"),
                get(row, "letter_count", Integer.class),
                new LetterBatch.Sheet(
                        get(row, "sheet", Integer.class),
                        get(row, "letter_id", UUID.class),
                        LetterKind.valueOf(text(row, "kind")),
                        recipient(row),
                        name(row).familyFirst(),
                        text(row, "mrn"),
                        text(row, "language")));
    }

    private static @Nullable LetterBatch manifest(List<BatchRow> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        var batch = rows.getFirst();
        var sheets = rows.stream().map(BatchRow::sheet).toList();
        return new LetterBatch(
                batch.id, batch.printedAt, batch.printedBy, batch.count, sheets, null);
    }

    /** The patient, unless the letter answers somebody else. */
    private static String recipient(Readable row) {
        var other = row.get("recipient_name", String.class);
        return other == null ? name(row).givenFirst() : other;
    }

    private static PersonName name(Readable row) {
        return new PersonName(text(row, "family_name"), text(row, "given_name"));
    }

    private static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
