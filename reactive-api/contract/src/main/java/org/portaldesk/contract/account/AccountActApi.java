package org.portaldesk.contract.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Acts on an account. The answer is the account as it was read back, never as it was hoped; the
 * patient is told of each by e-mail.
 *
 * <p>The first five need a passed verification of this agent and this patient that is strong enough
 * and not older than its window: 403 {@code VERIFICATION_NEEDED} otherwise. 403 {@code
 * SUPERVISOR_ONLY} for resets while a takeover case is open. 403 {@code ACCOUNT_DISABLED} when
 * somebody has disabled it, here or in Keycloak: who did must open it again. 422 {@code
 * NO_ACCOUNT}, 422 {@code DECEASED} for whatever would let somebody in to a dead patient's account,
 * 409 {@code STATE_CONFLICT} while another act on the account is under way, 503 with {@code
 * Retry-After} when Keycloak is away: then nothing was done.
 */
public interface AccountActApi {

    /**
     * @param verificationId the passed verification; without one the act is refused with 403
     * @param reason on record for ever
     */
    record InWindow(@Nullable UUID verificationId, @Nullable CallReason reason) {}

    /** As {@link InWindow}; the reason is needed. */
    record Unlock(@Nullable UUID verificationId, @NotNull CallReason reason) {}

    /** As {@link InWindow}, with the factor that is taken away. */
    record ResetSecondFactor(
            @Nullable UUID verificationId,
            @Nullable CallReason reason,
            @NotNull SecondFactor factor) {}

    /**
     * @param endProxies whether people who may see this record lose that, too
     */
    record Disable(@NotNull DisableReason reason, @Nullable Boolean endProxies) {}

    /** Why the account is opened again. */
    record Enable(@NotNull EnableReason reason) {}

    /**
     * Ends a lock of brute-force detection and nothing else; a guessing attack may lock it anew,
     * and then it says.
     */
    @PostExchange("/api/patients/{patientId}/account/unlock")
    Mono<PortalAccount> unlock(@PathVariable UUID patientId, @RequestBody @Valid Unlock unlock);

    /**
     * Has Keycloak send a link to the e-mail address on record, good for one hour and one use;
     * earlier links end. 422 {@code NO_ADDRESS} where there is none, 409 while a permanent lock
     * holds.
     */
    @PostExchange("/api/patients/{patientId}/account/password-reset")
    Mono<PortalAccount> resetPassword(
            @PathVariable UUID patientId, @RequestBody @Valid InWindow reset);

    /** Takes a second factor away, so that the person can set up a new one. */
    @PostExchange("/api/patients/{patientId}/account/second-factor-reset")
    Mono<PortalAccount> resetSecondFactor(
            @PathVariable UUID patientId, @RequestBody @Valid ResetSecondFactor reset);

    /** Signs the person out everywhere. */
    @PostExchange("/api/patients/{patientId}/account/end-sessions")
    Mono<PortalAccount> endSessions(@PathVariable UUID patientId, @RequestBody @Valid InWindow end);

    /**
     * Issues a fresh activation code to the e-mail address on record, which kills the older one;
     * 422 as {@code POST /api/patients/{id}/activation-codes}.
     */
    @PostExchange("/api/patients/{patientId}/account/resend-code")
    Mono<PortalAccount> resendCode(
            @PathVariable UUID patientId,
            @RequestBody @Valid InWindow resend,
            @RequestHeader(name = Headers.IDEMPOTENCY_KEY, required = false) @Size(max = 128)
                    @Nullable String idempotencyKey);

    /** Closes the account until staff open it again; ends its sessions. For HIM staff. */
    @PostExchange("/api/patients/{patientId}/account/disable")
    Mono<PortalAccount> disable(@PathVariable UUID patientId, @RequestBody @Valid Disable disable);

    /**
     * Opens an account that staff have closed; 409 when they have not, 422 {@code DECEASED} when
     * the patient has died. For HIM staff.
     */
    @PostExchange("/api/patients/{patientId}/account/enable")
    Mono<PortalAccount> enable(@PathVariable UUID patientId, @RequestBody @Valid Enable enable);
}
