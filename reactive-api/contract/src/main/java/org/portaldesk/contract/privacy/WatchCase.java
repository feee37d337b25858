package org.portaldesk.contract.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look at a record that somebody should ask about.
 *
 * @param explanation why it was raised, in one sentence
 * @param patientId absent where it is about how many were looked at
 * @param eventId the look on record that raised it
 * @param patients how many within the hour, where that is the point
 * @param said the reason that who broke the glass gave
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WatchCase(
        UUID id,
        Rule rule,
        String explanation,
        String actor,
        String actorName,
        @Nullable UUID patientId,
        @Nullable String patientName,
        @Nullable String mrn,
        UUID eventId,
        Instant lookedAt,
        @Nullable Integer patients,
        @Nullable String said,
        State state,
        Instant openedAt,
        @Nullable Finding finding,
        @Nullable String note,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /** What was seen. */
    public enum Rule {
        /** A patient of the same full name as the one who looked. */
        OWN_RECORD,
        /** A patient of the same family name. */
        SAME_SURNAME,
        /** A patient who has the name of somebody who works here. */
        COLLEAGUE,
        /** A patient who lives where a patient of the full name of the one who looked lives. */
        SAME_ADDRESS,
        /** More patients within an hour than work explains, those shown in lists among them. */
        VOLUME,
        /**
         * A restricted record, seen without breaking the glass: in a list, or by another way in.
         */
        RESTRICTED,
        /** Somebody broke the glass; each time is reviewed. */
        BROKEN_GLASS
    }

    /** Whether somebody has to look into it. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** What the privacy officer found. */
    public enum Finding {
        JUSTIFIED,
        NOT_JUSTIFIED
    }
}
