package org.portaldesk.contract.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/**
 * Reading portal accounts as Keycloak has them now; 503 with {@code Retry-After} when Keycloak is
 * away. Every call is a read of patient data, and on record.
 */
public interface AccountApi {

    /** What may be listed: locks live in Keycloak, so no other state is kept in a list. */
    enum ListedState {
        LOCKED
    }

    /** Where a patient's account stands; 404 when there is no such patient. */
    @GetExchange("/api/patients/{patientId}/account")
    Mono<PortalAccount> get(@PathVariable UUID patientId);

    /**
     * Accounts that are locked at this moment, the latest lock first. One whose lock ends by itself
     * leaves the list with it; a new lock is in it within three seconds.
     *
     * <p>To be asked again and again: who names the {@code ETag} of what they have seen is answered
     * 304 while it is still so, which shows nothing and is not on record.
     */
    @GetExchange("/api/accounts")
    Mono<ResponseEntity<Page<LockedAccount>>> list(
            @RequestParam @NotNull ListedState state,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit,
            @RequestHeader(name = Headers.IF_NONE_MATCH, required = false) @Size(max = 100)
                    @Nullable String seen);

    /** Sign-ins and failures of the last 90 days, newest first; empty without an account. */
    @GetExchange("/api/patients/{patientId}/account/sign-ins")
    Mono<Page<SignIn>> signIns(
            @PathVariable UUID patientId,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            @RequestParam(required = false) @Min(1) @Max(200) @Nullable Integer limit);
}
