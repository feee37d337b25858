package org.portaldesk.contract.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.AccountAct;

/**
 * How a verification ended; never which fact was wrong.
 *
 * @param opensUntil the end of the window in which the acts are allowed; null unless it passed
 * @param acts what its strength allows; empty unless it passed
 * @param attemptsLeft as in {@link Verification}
 */
public record Conclusion(
        UUID id,
        Outcome outcome,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant opensUntil,
        List<AccountAct> acts,
        int attemptsLeft) {

    public Conclusion {
        acts = List.copyOf(acts);
    }

    /** How it ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        ABANDONED
    }
}
