package org.portaldesk.console.security;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Bearer;
import org.portaldesk.console.gateway.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The access token of this session's user. The authentication is captured where a session is made,
 * on the thread of a request; calls run on threads that have none.
 *
 * <p>One lock per session: a refresh token works once, so two calls must not renew at a time. It is
 * only ever waited for on a background thread, never under the session's lock.
 */
@SpringComponent
@VaadinSessionScope
class UserToken implements Bearer {

    private static final Logger LOG = LoggerFactory.getLogger(UserToken.class);

    /** Keycloak's words for: this session is over. */
    private static final Set<String> OVER =
            Set.of("invalid_grant", "client_authorization_required", "invalid_token");

    private final OAuth2AuthorizedClientManager manager;
    private final @Nullable Authentication user;
    private final ReentrantLock renewal = new ReentrantLock();

    UserToken(OAuth2AuthorizedClientManager manager) {
        this.manager = manager;
        this.user = SecurityContextHolder.getContext().getAuthentication();
    }

    @Override
    public Mono<String> token() {
        return Mono.fromCallable(this::current).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public @Nullable String workstation() {
        return user != null && user.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    private String current() {
        if (user == null) {
            throw new ApiException(new ApiFailure.SignedOut());
        }
        renewal.lock();
        try {
            return tokenOf(manager.authorize(request(user)));
        } catch (ClientAuthorizationException e) {
            throw new ApiException(meaningOf(e));
        } finally {
            renewal.unlock();
        }
    }

    private static OAuth2AuthorizeRequest request(Authentication user) {
        return OAuth2AuthorizeRequest.withClientRegistrationId(KeycloakClient.REGISTRATION)
                .principal(user)
                .build();
    }

    private static String tokenOf(@Nullable OAuth2AuthorizedClient client) {
        if (client == null) {
            throw new ApiException(new ApiFailure.SignedOut());
        }
        return client.getAccessToken().getTokenValue();
    }

    private static ApiFailure meaningOf(ClientAuthorizationException refusal) {
        var code = refusal.getError().getErrorCode();
        if (OVER.contains(code)) {
            return new ApiFailure.SignedOut();
        }
        var requestId = RequestIds.fresh();
        LOG.warn("{}: the token could not be renewed: {}", requestId, code);
        return new ApiFailure.Away(requestId);
    }
}
