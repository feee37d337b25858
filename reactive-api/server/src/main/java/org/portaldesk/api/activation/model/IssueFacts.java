package org.portaldesk.api.activation.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.activation.ContactOverride.Collision;

/**
 * What is known of a patient at the moment in which somebody wants to issue a code.
 *
 * @param now by the database's clock
 * @param age in completed years, where the facility is
 * @param hasAccount in whatever state: one that is disabled is enabled again, not opened anew
 * @param current the code that has not been ended, though its age may have
 * @param secondWord on this channel, while it is good
 */
public record IssueFacts(
        Instant now,
        int age,
        boolean deceased,
        boolean hasAccount,
        Contacts contacts,
        @Nullable Current current,
        @Nullable SecondWord secondWord) {

    /** The newest code of the patient. */
    public record Current(UUID id, CodeLife.Issued life) {

        boolean isLive(Instant now) {
            return life.at(now) instanceof CodeLife.Issued;
        }
    }

    /**
     * A second person's approval to send a code in spite of these collisions.
     *
     * @param overrideId where it stands
     */
    public record SecondWord(UUID overrideId, Set<Collision> covers) {

        public SecondWord {
            covers = Set.copyOf(covers);
        }
    }
}
