package org.portaldesk.contract.verification;

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
import org.portaldesk.contract.account.CallReason;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Blind verification of a caller. Only the agent who started one may go on with it: for anybody
 * else, and for an unknown id, 404. 409 {@code STATE_CONFLICT} once it has ended.
 */
public interface VerificationApi {

    /** What the caller says. */
    record Answer(@NotNull Fact fact, @NotBlank @Size(max = 300) String value) {

        @Override
        public String toString() {
            return "Answer[" + fact + "]";
        }
    }

    /** The same for every answer, in the same time. */
    record Recorded(boolean recorded) {}

    /** Where the one-time code goes. */
    record SendCode(@NotNull Verification.SendTo to) {}

    /**
     * @param expiresAt until when the code counts
     */
    record CodeSent(Verification.SendTo to, Instant expiresAt) {}

    /** Why it is given up. */
    record Abandon(@NotNull AbandonReason reason) {}

    /**
     * @param text no clinical content: the screen warns of it
     */
    record WriteNote(@NotNull CallReason reason, @Size(max = 1000) @Nullable String text) {

        @Override
        public String toString() {
            return "WriteNote[" + reason + "]";
        }
    }

    /**
     * Starts one; 201. Whatever was open for this patient ends by it. 422 {@code CONSENT_REQUIRED}
     * for a caller who is not the patient, 403 {@code SUPERVISOR_ONLY} after three failures in 24
     * hours without a supervisor's word.
     */
    @PostExchange("/api/patients/{patientId}/verifications")
    Mono<Verification> start(
            @PathVariable UUID patientId, @RequestBody @Valid StartVerification start);

    /**
     * Records what the caller says; again for the same fact replaces it. 422 {@code
     * TOO_MANY_ANSWERS} after three to one fact, whatever they were.
     */
    @PostExchange("/api/verifications/{id}/answers")
    Mono<Recorded> answer(@PathVariable UUID id, @RequestBody @Valid Answer answer);

    /**
     * Sends a one-time code, good for ten minutes; again replaces it. 422 {@code NOT_OFFERED} where
     * the contact has changed less than seven days ago or there is none.
     */
    @PostExchange("/api/verifications/{id}/send-code")
    Mono<CodeSent> sendCode(@PathVariable UUID id, @RequestBody @Valid SendCode send);

    /** Ends it; a pass opens the window. */
    @PostExchange("/api/verifications/{id}/conclude")
    Mono<Conclusion> conclude(@PathVariable UUID id);

    /** Gives it up; that is no failure. */
    @PostExchange("/api/verifications/{id}/abandon")
    Mono<Conclusion> abandon(@PathVariable UUID id, @RequestBody @Valid Abandon abandon);

    /** Writes the call's note, once, after the verification has ended; 201. */
    @PostExchange("/api/verifications/{id}/note")
    Mono<Call> note(@PathVariable UUID id, @RequestBody @Valid WriteNote note);

    /** The calls about a patient, newest first. */
    @GetExchange("/api/patients/{patientId}/calls")
    Mono<Page<Call>> calls(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
