package org.portaldesk.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.patient.AccountState;

/**
 * A portal account as Keycloak has it at this moment; after an act, as it was read back.
 *
 * @param username absent where there is no account
 * @param lock null, and said so, unless the state is {@code LOCKED}
 * @param secondFactors each kind once
 * @param lastSignInAt absent when there was none in the last 90 days
 * @param closedBy what keeps it closed, whatever is tried; absent when nothing does
 * @param disabling present when staff have disabled the account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PortalAccount(
        UUID patientId,
        AccountState state,
        @Nullable String username,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable AccountLock lock,
        List<SecondFactor> secondFactors,
        @Nullable Instant lastSignInAt,
        @Nullable Closing closedBy,
        @Nullable Disabling disabling) {

    public PortalAccount {
        secondFactors = List.copyOf(secondFactors);
    }

    /** The same with as much of its username as somebody may see. */
    public PortalAccount withUsername(UnaryOperator<String> shown) {
        return new PortalAccount(
                patientId,
                state,
                username == null ? null : shown.apply(username),
                lock,
                secondFactors,
                lastSignInAt,
                closedBy,
                disabling);
    }

    /** Whether the account's state lets a caller's act be done at all. */
    public boolean permits(AccountAct act) {
        return closedBy == null || closedBy != Closing.STAFF && act == AccountAct.END_SESSIONS;
    }

    /** What keeps an account closed: each is ended by its own kind of hand, death by none. */
    public enum Closing {
        DEATH,
        STAFF,
        SIGN_IN_SERVICE
    }

    /** Who has closed the account, and why; a lock is another thing and never ends this. */
    public record Disabling(DisableReason reason, String by, Instant at) {}
}
