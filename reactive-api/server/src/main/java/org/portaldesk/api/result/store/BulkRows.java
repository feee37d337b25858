package org.portaldesk.api.result.store;

import static org.portaldesk.api.platform.database.Database.nullable;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.result.model.Against;
import org.portaldesk.api.result.model.Desired;
import org.portaldesk.contract.clinician.Clinician.Standing;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.BulkJob;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Acts on many results in PostgreSQL. Each method is one statement. */
@Component
public class BulkRows {

    private final Database database;
    private final JsonMapper json;

    BulkRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What stands against each.
     *
     * @param job a fresh id, for the job that may follow
     * @param now by the database's clock
     * @param determiner where the determiner of a hold stands; null where none is named
     */
    public record Preview(UUID job, Instant now, @Nullable Standing determiner, List<Row> rows) {}

    /**
     * One of them.
     *
     * @param against code for {@link Against}; null where nothing stands against it
     */
    public record Row(
            UUID id,
            @Nullable UUID patientId,
            @Nullable String patientName,
            @Nullable String title,
            @Nullable ReleaseState state,
            @Nullable String statute,
            @Nullable String against) {}

    /**
     * What an act is to do to each.
     *
     * @param clinician whether the caller is one
     */
    public record Detail(boolean clinician, @Nullable PlaceHold hold, @Nullable String reason) {

        List<UUID> grants() {
            var from = hold == null ? null : hold.withheldFrom();
            return from == null ? List.of() : from.proxies().grants();
        }

        @Nullable UUID determiner() {
            return hold == null ? null : hold.determinerId();
        }
    }

    /** A job to go on with, in the name of whoever began it. */
    public record Running(UUID id, BulkAct act, Caller caller) {}

    /**
     * What a chunk has come to.
     *
     * @param taken how many results it looked at
     * @param settled of how many of them the outcome is known
     */
    public record Chunk(int taken, int settled) {}

    /** An outcome and its place in the request. */
    public record Settled(int place, BulkJob.Row row) {}

    /** The results that a filter picks, the latest received first. */
    public Mono<List<UUID>> pick(Caller caller, Desired desired, int most) {
        var state = desired.state();
        var words = desired.words();
        return database.statement(
                        BulkJudgingSql.PICK,
                        nullable(state == null ? null : state.name(), String.class),
                        nullable(desired.category(), String.class),
                        nullable(desired.patient(), UUID.class),
                        nullable(words, String.class),
                        nullable(
                                words == null ? null : String.join(" ", Folding.words(words)),
                                String.class),
                        most,
                        caller.asJson())
                .map((row, _) -> List.of(Objects.requireNonNull(row.get("ids", UUID[].class))))
                .one();
    }

    /** Judges each, and changes nothing. */
    public Mono<Preview> preview(Caller caller, BulkAct act, Detail detail, List<UUID> results) {
        return database.statement(
                        BulkJudgingSql.PREVIEW,
                        caller.asJson(),
                        ids(results),
                        act.name(),
                        detail.clinician(),
                        ids(detail.grants()),
                        nullable(detail.determiner(), UUID.class))
                .map((row, _) -> json.readValue(text(row, "answer"), Preview.class))
                .one();
    }

    /** Begins a job. */
    public Mono<Void> start(
            Caller caller, BulkJob job, Detail detail, List<UUID> results, List<Object> kept) {
        var values = new ArrayList<Object>();
        values.addAll(List.of(caller.asJson(), job.id(), job.act().name()));
        values.addAll(List.of(json.writeValueAsString(detail), ids(results)));
        values.addAll(kept);
        return database.statement(BulkSql.START, values.toArray()).then();
    }

    /** Jobs that run, the oldest first. */
    public Flux<Running> running(int most) {
        return database.statement(BulkSql.RUNNING, most)
                .map(
                        (row, _) ->
                                new Running(
                                        uuid(row, "id"),
                                        BulkAct.valueOf(text(row, "act")),
                                        json.readValue(text(row, "caller"), Caller.class)))
                .all()
                .collectList()
                .flatMapIterable(found -> found);
    }

    /** Does some of what waits, each with its event; nothing while another instance does. */
    public Mono<Chunk> chunk(Running job, int most) {
        var sql =
                switch (job.act()) {
                    case RELEASE -> BulkChunkSql.RELEASE;
                    case HOLD -> BulkChunkSql.HOLD;
                    case END_HOLD -> BulkChunkSql.END_HOLD;
                };
        return database.statement(sql, job.caller().asJson(), job.id(), most)
                .map((row, _) -> new Chunk(number(row, "taken"), number(row, "settled")))
                .one();
    }

    /** Counts the next one as failed. */
    public Mono<Boolean> giveUpOne(Running job) {
        return done(BulkChunkSql.GIVE_UP_ONE, job.caller(), job.id());
    }

    /** Ends it when nothing waits. */
    public Mono<Boolean> end(Running job) {
        return done(BulkSql.END, job.caller(), job.id());
    }

    /** False when it has ended. */
    public Mono<Boolean> cancel(Caller caller, UUID job) {
        return done(BulkSql.CANCEL, caller, job);
    }

    /** False while it runs, or when there is nothing to try again. */
    public Mono<Boolean> retry(Caller caller, UUID job) {
        return done(BulkSql.RETRY, caller, job);
    }

    /** Empty when there is none of this id. */
    public Mono<BulkJob> job(UUID id) {
        return database.statement(BulkSql.JOB, id)
                .map((row, _) -> json.readValue(text(row, "answer"), BulkJob.class))
                .one();
    }

    /** Outcomes in the order of the request. */
    public Mono<List<Settled>> rows(
            UUID job, BulkJob.@Nullable Outcome outcome, @Nullable Integer after, int rows) {
        return database.statement(
                        BulkSql.ROWS,
                        job,
                        nullable(outcome == null ? null : outcome.name(), String.class),
                        nullable(after, Integer.class),
                        rows)
                .map((row, _) -> settled(row))
                .all()
                .collectList();
    }

    private Mono<Boolean> done(String sql, Caller caller, UUID job) {
        return database.statement(sql, caller.asJson(), job)
                .map((row, _) -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private static Settled settled(Readable row) {
        var against = row.get("against", String.class);
        var state = row.get("state", String.class);
        var why =
                against == null
                        ? null
                        : Against.of(
                                against,
                                state == null ? null : ReleaseState.valueOf(state),
                                row.get("statute", String.class));
        return new Settled(
                number(row, "place"),
                new BulkJob.Row(
                        uuid(row, "result_id"),
                        BulkJob.Outcome.valueOf(text(row, "outcome")),
                        why == null ? null : why.rule(),
                        why == null ? null : why.because(),
                        why == null ? null : why.citation()));
    }

    private static UUID[] ids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
