package org.portaldesk.contract.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.PolicyRules.SensitiveTag;
import org.portaldesk.contract.result.ResultHold.Determiner;
import org.portaldesk.contract.result.ResultHold.Review.Outcome;
import org.portaldesk.contract.result.ResultHold.WithheldFrom;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The desk of results. Whatever a rule stands against is a 422 {@code AGAINST_RULE} whose detail
 * names rule and citation.
 */
public interface ResultApi {

    /**
     * What a hold must say; what is missing is named by the rule that asks for it.
     *
     * @param determinerId who determined it, from the directory of clinicians
     * @param relationship whether they treat or have treated the patient
     * @param determinedBy refused: a determiner is chosen, not typed
     * @param reviewAt by when somebody else reviews it; at its end without one
     */
    record PlaceHold(
            @Nullable HoldBasis basis,
            @Nullable UUID determinerId,
            @Nullable Boolean relationship,
            @Size(max = 4000) @Nullable String facts,
            @Nullable WithheldFrom withheldFrom,
            @Nullable HarmType harmType,
            @Nullable Instant reviewAt,
            @Nullable Instant endsAt,
            @Nullable Determiner determinedBy) {}

    /** Why a hold ends before its time, where there is more to say than that it is over. */
    record EndHold(@Size(max = 2000) @Nullable String reason) {}

    /** Why a result is retracted. */
    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    /** What staff say of one item, and why. */
    record TagResult(
            @NotNull SensitiveTag tag,
            @NotNull Boolean sensitive,
            @NotBlank @Size(max = 2000) String reason) {}

    /** Whether the patient lets the holder of a grant see one item, and how they said so. */
    record ConsentToResult(
            @NotNull UUID grantId,
            @NotNull Boolean given,
            @NotBlank @Size(max = 2000) String reason) {}

    /** What the reviewer found. */
    record ReviewHold(@NotNull Outcome outcome, @NotBlank @Size(max = 2000) String note) {}

    /**
     * Results, the latest received first.
     *
     * @param q words of the title, an MRN, or the beginning of the patient's name, family first
     */
    @GetExchange("/api/results")
    Mono<Page<Result>> list(
            @RequestParam(required = false) @Nullable ReleaseState state,
            @RequestParam(required = false) @Size(max = 40) @Nullable String category,
            @RequestParam(required = false) @Nullable UUID patientId,
            @RequestParam(required = false) @Size(max = 100) @Nullable String q,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /** One, with values for those who may see them. */
    @GetExchange("/api/results/{id}")
    Mono<Result> get(@PathVariable UUID id);

    /** Lets go what a statute delays; 409 unless it is {@code SCHEDULED}. */
    @PostExchange("/api/results/{id}/release")
    Mono<Result> release(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /**
     * Withholds it; 409 when a hold stands or it is retracted. Against harm it ends after 24 hours
     * unless its determiner confirms it; the answer says whether they can.
     */
    @PostExchange("/api/results/{id}/hold")
    Mono<Result> hold(
            @PathVariable UUID id,
            @RequestBody @Valid PlaceHold hold,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /** Ends the hold that stands; 409 when none does. */
    @PostExchange("/api/results/{id}/end-hold")
    Mono<Result> endHold(
            @PathVariable UUID id,
            @RequestBody(required = false) @Valid @Nullable EndHold end,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /**
     * Reviews the hold that stands, once; 409 when none does or it is reviewed, 403 {@code
     * SAME_PERSON} for who determined, confirmed or recorded it, or by name may have determined it.
     */
    @PostExchange("/api/results/{id}/review-hold")
    Mono<Result> reviewHold(
            @PathVariable UUID id,
            @RequestBody @Valid ReviewHold review,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /**
     * Confirms the hold against harm that stands, by who determined it; then it ends when was
     * wished. 409 when none stands or it needs none any more, 403 {@code SAME_PERSON} for everybody
     * else.
     */
    @PostExchange("/api/results/{id}/confirm-hold")
    Mono<Result> confirmHold(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /** Takes a result in error away from everybody; the answer names who had seen it. */
    @PostExchange("/api/results/{id}/retract")
    Mono<Result> retract(
            @PathVariable UUID id,
            @RequestBody @Valid Reason reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /** Says of one item that it is sensitive, or that it is not; the latest word counts. */
    @PostExchange("/api/results/{id}/tag")
    Mono<Result> tag(
            @PathVariable UUID id,
            @RequestBody @Valid TagResult tag,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /**
     * Records that the patient lets a proxy see one sensitive item, or no longer does; 422 for a
     * grant of another record.
     */
    @PostExchange("/api/results/{id}/consent")
    Mono<Result> consent(
            @PathVariable UUID id,
            @RequestBody @Valid ConsentToResult consent,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    /**
     * Holds that stand, the soonest to end first.
     *
     * @param toConfirm only those that await the caller's own confirmation
     */
    @GetExchange("/api/holds")
    Mono<Page<ResultHold>> holds(
            @RequestParam(required = false) @Nullable Instant endingBefore,
            @RequestParam(required = false) @Nullable Boolean toConfirm,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);

    /**
     * Whether and why somebody sees a result.
     *
     * @param viewer {@code patient}, or the id of a grant on this patient's record
     * @param at now when absent; never in the future
     */
    @GetExchange("/api/patients/{patientId}/visibility")
    Mono<Visibility> visibility(
            @PathVariable UUID patientId,
            @RequestParam UUID resultId,
            @RequestParam @Size(max = 40) String viewer,
            @RequestParam(required = false) @Nullable Instant at);

    /** Who sees a result and why: the patient first, then each grant of that moment. */
    @GetExchange("/api/patients/{patientId}/viewers")
    Mono<Page<ViewerSight>> viewers(
            @PathVariable UUID patientId,
            @RequestParam UUID resultId,
            @RequestParam(required = false) @Nullable Instant at);
}
