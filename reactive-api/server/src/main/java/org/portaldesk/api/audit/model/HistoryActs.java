package org.portaldesk.api.audit.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.identity.StaffRole;

/**
 * Which acts a patient's history shows to whom. An act that is in no list shows to the privacy
 * officer alone: what they investigate, and why a record is restricted, is none of the desk's work.
 */
public final class HistoryActs {

    private static final Set<String> DESK =
            Set.of(
                    "PATIENT_CREATED",
                    "PATIENT_CHANGED",
                    "FIELD_REVEALED",
                    "CODE_ISSUED",
                    "CODE_REVOKED",
                    "CODE_RESENT",
                    "CODE_EXPIRED",
                    "CODE_SUPERSEDED",
                    "CODE_REDEEMED",
                    "CODE_REDEMPTION_REFUSED",
                    "CODE_REDEMPTION_UNDONE",
                    "CODE_REQUEST_APPROVED",
                    "CODE_REQUEST_DENIED",
                    "EMAIL_SENT",
                    "EMAIL_FAILED",
                    "EMAIL_CANCELLED",
                    "LETTER_PRINTED",
                    "LETTER_MAILED",
                    "LETTER_RETURNED",
                    "LETTER_CANCELLED",
                    "LETTER_QUEUED_AGAIN",
                    "OVERRIDE_REQUESTED",
                    "OVERRIDE_APPROVED",
                    "OVERRIDE_DECLINED",
                    "OVERRIDE_USED",
                    "ACCOUNT_OPENED",
                    "ACCOUNT_DISABLED",
                    "ACCOUNT_ENABLED",
                    "ACCOUNT_UNLOCKED",
                    "UNLOCK_BEGUN",
                    "DISABLE_BEGUN",
                    "ENABLE_BEGUN",
                    "PASSWORD_RESET_BEGUN",
                    "PASSWORD_RESET_SENT",
                    "SECOND_FACTOR_RESET_BEGUN",
                    "SECOND_FACTOR_RESET",
                    "END_SESSIONS_BEGUN",
                    "SESSIONS_ENDED",
                    "RESEND_CODE_BEGUN",
                    "PROOF_CODE_SENT",
                    "CALL_NOTED",
                    "VERIFICATION_STARTED",
                    "VERIFICATION_ANSWERED",
                    "VERIFICATION_CONCLUDED",
                    "VERIFICATION_PASSED",
                    "VERIFICATION_FAILED",
                    "VERIFICATION_ABANDONED",
                    "VERIFICATION_OVERRIDE_REQUESTED",
                    "VERIFICATION_OVERRIDE_APPROVED",
                    "VERIFICATION_OVERRIDE_DECLINED",
                    "VERIFICATION_OVERRIDE_USED",
                    "PROXY_REQUEST_RECORDED",
                    "PROXY_REQUEST_CLAIMED",
                    "PROXY_REQUEST_RELEASED",
                    "PROXY_REQUEST_REASSIGNED",
                    "PROXY_REQUEST_PENDED",
                    "PROXY_REQUEST_RESUMED",
                    "PROXY_REQUEST_ASKED",
                    "PROXY_REQUEST_PROPOSED",
                    "PROXY_REQUEST_APPROVED",
                    "PROXY_REQUEST_DENIED",
                    "PROXY_DOCUMENTS_ADDED",
                    "PROXY_CODE_ISSUED",
                    "PROXY_GRANTED",
                    "PROXY_GRANT_CONFIRMED",
                    "PROXY_GRANT_ENDED",
                    "PROXY_CHANGE_NOTICED");

    private static final Set<String> RESULTS =
            Set.of(
                    "RESULT_RELEASED",
                    "RESULT_HELD",
                    "RESULT_HOLD_CONFIRMED",
                    "RESULT_HOLD_ENDED",
                    "RESULT_HOLD_REVIEWED",
                    "RESULT_RETRACTED",
                    "RESULT_TAGGED",
                    "RESULT_UNTAGGED",
                    "RESULT_CONSENT_GIVEN",
                    "RESULT_CONSENT_ENDED",
                    "RESULT_NEWS_TOLD",
                    "DENIAL_LETTER_WRITTEN");

    private static final Set<String> BLOCKS = Set.of("PROXY_BLOCKED", "PROXY_BLOCK_ENDED");

    private static final Map<Permission, Set<String>> SHOWN =
            Map.of(
                    Permission.READ_HISTORY, DESK,
                    Permission.READ_RESULTS, RESULTS,
                    Permission.SEE_BLOCK_REASONS, BLOCKS);

    private HistoryActs() {}

    /** The acts that these roles are shown; null for all of them. */
    public static @Nullable Set<String> shownTo(Collection<StaffRole> roles) {
        if (Permission.READ_AUDIT.heldBy(roles)) {
            return null;
        }
        var shown = new LinkedHashSet<String>();
        SHOWN.forEach(
                (permission, acts) -> {
                    if (permission.heldBy(roles)) {
                        shown.addAll(acts);
                    }
                });
        return shown;
    }
}
