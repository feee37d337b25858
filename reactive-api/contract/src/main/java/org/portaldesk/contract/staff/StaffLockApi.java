package org.portaldesk.contract.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * Members of staff whom wrong passwords keep out, told by Keycloak a few seconds late. Nobody
 * releases themselves: another supervisor does.
 */
public interface StaffLockApi {

    /**
     * @param reason such as how the person was recognized
     */
    record Release(@NotBlank @Size(max = 500) String reason) {}

    /** Locks of the last hour that nobody has released, the newest first; always one page. */
    @GetExchange("/api/staff-locks")
    Mono<Page<StaffLock>> list();

    /**
     * Lets a person try again from whatever address; 404 when there is no lock, 403 {@code
     * SAME_PERSON} for oneself, 503 while Keycloak is away.
     */
    @PostExchange("/api/staff-locks/{personId}/release")
    Mono<Void> release(@PathVariable UUID personId, @RequestBody @Valid Release release);
}
