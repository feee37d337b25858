package org.portaldesk.contract.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A verification that has begun. It holds nothing of the patient's record.
 *
 * @param script what to ask, in this order; the same for every patient
 * @param attemptsLeft how many verifications of this patient may still fail before only a
 *     supervisor goes on
 * @param codeTo where a one-time code may be sent; empty where none may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
        UUID id,
        UUID patientId,
        CallerKind caller,
        Instant startedAt,
        List<Step> script,
        int attemptsLeft,
        List<SendTo> codeTo) {

    public Verification {
        script = List.copyOf(script);
        codeTo = List.copyOf(codeTo);
    }

    /**
     * @param prompt what the agent says
     */
    public record Step(Fact fact, String prompt) {}

    /** A contact on record. */
    public enum SendTo {
        EMAIL
    }
}
