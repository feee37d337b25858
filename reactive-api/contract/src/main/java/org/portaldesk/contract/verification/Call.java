package org.portaldesk.contract.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.verification.Conclusion.Outcome;

/**
 * A call: who called, what was asked, how it came out, and what was done for the caller.
 *
 * @param id of its verification
 * @param outcome absent while the verification is under way
 * @param facts that were asked for: names, never values, and never which was right
 * @param acts of its window, in order
 * @param note absent until the agent has written one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Call(
        UUID id,
        UUID patientId,
        String agent,
        CallerKind caller,
        @Nullable String callerName,
        @Nullable String relation,
        @Nullable Consent consent,
        Instant startedAt,
        @Nullable Outcome outcome,
        @Nullable AbandonReason abandonReason,
        List<Fact> facts,
        List<Act> acts,
        @Nullable Note note) {

    public Call {
        facts = List.copyOf(facts);
        acts = List.copyOf(acts);
    }

    /**
     * @param state {@code STARTED} while nobody knows how it came out
     */
    public record Act(AccountAct act, State state, Instant at) {

        /** Whether it was done. */
        public enum State {
            STARTED,
            DONE,
            FAILED
        }
    }

    /** What the agent wrote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(CallReason reason, @Nullable String text, String by, Instant at) {}
}
