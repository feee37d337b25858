package org.portaldesk.contract.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Acts on many results: a preview first, then a job that goes on by itself. */
public interface BulkApi {

    /** Which results, as in the list: all that are given must fit. */
    record Filter(
            @Nullable ReleaseState state,
            @Size(max = 40) @Nullable String category,
            @Nullable UUID patientId,
            @Size(max = 100) @Nullable String q) {}

    /**
     * The act and its results: either by filter or by ids.
     *
     * @param dryRun whether only to tell what would happen
     * @param hold what {@code HOLD} places on each; its preview goes without
     * @param reason why {@code END_HOLD} ends them
     */
    record Bulk(
            @NotNull BulkAct act,
            @Valid @Nullable Filter filter,
            @Size(min = 1, max = 5000) @Nullable List<@NotNull UUID> ids,
            @Nullable Boolean dryRun,
            @Valid @Nullable PlaceHold hold,
            @Size(max = 2000) @Nullable String reason) {}

    /**
     * Tells what would happen to each, and unless it is a dry run begins to do it. 403 for those
     * who may not do the act to one result; 422 {@code AGAINST_RULE} for a hold that is lawful for
     * none.
     */
    @PostExchange("/api/results/bulk")
    Mono<BulkPlan> bulk(
            @RequestBody @Valid Bulk bulk,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false) @Size(max = 128)
                    @Nullable String idempotencyKey);

    /** How far a job is. */
    @GetExchange(url = "/api/results/bulk/{id}", accept = MediaType.APPLICATION_JSON_VALUE)
    Mono<BulkJob> job(@PathVariable UUID id);

    /**
     * The same, whenever it has changed: events {@code progress}, and a last one {@code done}, each
     * with a {@link BulkJob}.
     */
    @GetExchange(url = "/api/results/bulk/{id}", accept = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> progress(@PathVariable UUID id);

    /** What came of each, in the order of the request. */
    @GetExchange("/api/results/bulk/{id}/rows")
    Mono<Page<BulkJob.Row>> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) BulkJob.@Nullable Outcome outcome,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** Stops it; what is done stays done. 409 when it has ended. */
    @PostExchange("/api/results/bulk/{id}/cancel")
    Mono<BulkJob> cancel(@PathVariable UUID id);

    /** Tries those again that were refused or failed. 409 while it runs, or when there are none. */
    @PostExchange("/api/results/bulk/{id}/retry")
    Mono<BulkJob> retry(@PathVariable UUID id);
}
