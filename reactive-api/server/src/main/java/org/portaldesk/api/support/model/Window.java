package org.portaldesk.api.support.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.account.AccountAct;

/**
 * What a verification opens: some acts, for the agent who passed it, on the patient whom it was
 * about, until a moment.
 *
 * @param opensUntil absent unless it passed
 */
public record Window(
        UUID patientId, String agent, Set<AccountAct> acts, @Nullable Instant opensUntil) {

    public Window {
        acts = Set.copyOf(acts);
    }

    /**
     * Why the act is not open, or null when it is.
     *
     * @param now by the database's clock; the last moment is closed already
     */
    public @Nullable ActRefusal against(UUID patient, String caller, AccountAct act, Instant now) {
        if (!patientId.equals(patient)) {
            return ActRefusal.OTHER_PATIENT;
        }
        if (!agent.equals(caller)) {
            return ActRefusal.OTHER_AGENT;
        }
        if (opensUntil == null) {
            return ActRefusal.NOT_PASSED;
        }
        if (!now.isBefore(opensUntil)) {
            return ActRefusal.WINDOW_CLOSED;
        }
        return acts.contains(act) ? null : ActRefusal.TOO_WEAK;
    }
}
