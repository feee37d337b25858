package org.portaldesk.console.gateway;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The access token of one sign-in. */
@FunctionalInterface
public interface Bearer {

    /**
     * A token that is good for now, renewed where it must be; an {@link ApiException} with {@link
     * ApiFailure.SignedOut} when there is none any more.
     */
    Mono<String> token();

    /** The address from which that person signed in; {@code null} when nobody knows. */
    default @Nullable String workstation() {
        return null;
    }
}
