package org.portaldesk.contract.takeover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact change, a password reset and a second-factor reset or new proxy within 72 hours.
 *
 * @param steps what was seen, oldest first
 * @param note what the privacy officer found; absent while the case is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TakeoverCase(
        UUID id,
        UUID patientId,
        String patientName,
        String mrn,
        State state,
        Instant openedAt,
        List<Step> steps,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String note) {

    public TakeoverCase {
        steps = List.copyOf(steps);
    }

    /** Whether resets wait for a supervisor. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** One of the things that happened. */
    public record Step(What what, Instant at) {

        /** Which thing. */
        public enum What {
            CONTACT_CHANGED,
            PASSWORD_RESET,
            SECOND_FACTOR_RESET,
            NEW_PROXY
        }
    }
}
