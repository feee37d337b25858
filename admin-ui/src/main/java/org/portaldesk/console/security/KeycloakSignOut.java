package org.portaldesk.console.security;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Ends the sign-in at Keycloak when a session ends: by idle time, by the person, or because the
 * browser is gone. It is told by a call with the refresh token; an address would carry a token into
 * the histories of browsers. Without that, Keycloak would let the next person at the desk in
 * without a password.
 */
@Component
class KeycloakSignOut {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSignOut.class);

    /** A Keycloak that restarts is back within these. */
    private static final List<Duration> WAITS =
            Stream.of(1, 5, 20, 60, 120).map(Duration::ofSeconds).toList();

    /** How long a signed-out page waits for Keycloak. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final OAuth2AuthorizedClientService clients;
    private final SignInSettings settings;
    private final RestClient keycloak;

    KeycloakSignOut(OAuth2AuthorizedClientService clients, SignInSettings settings) {
        this.clients = clients;
        this.settings = settings;
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(Duration.ofSeconds(5));
        this.keycloak = RestClient.builder().requestFactory(requests).build();
    }

    @EventListener
    void sessionEnded(HttpSessionDestroyedEvent ended) {
        var clock = String.valueOf(ended.getSession().getAttribute(SessionClock.HTTP));
        ended.getSecurityContexts().stream()
                .map(context -> context.getAuthentication())
                .filter(Authentication.class::isInstance)
                .forEach(user -> signOut(user, clock));
    }

    /** Waits until Keycloak knows of a session's end: until then it would let anybody in again. */
    void awaitTold(String clock) {
        var telling = underWay.get(clock);
        if (telling != null) {
            telling.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }

    private void signOut(Authentication user, String clock) {
        OAuth2AuthorizedClient client =
                clients.loadAuthorizedClient(KeycloakClient.REGISTRATION, user.getName());
        if (client == null) {
            return;
        }
        clients.removeAuthorizedClient(KeycloakClient.REGISTRATION, user.getName());
        var refresh = client.getRefreshToken();
        if (refresh != null) {
            tell(refresh, clock);
        }
    }

    /** A session ends under its lock; Keycloak may take its time. */
    private void tell(OAuth2RefreshToken refresh, String clock) {
        var told = new CompletableFuture<Void>();
        underWay.put(clock, told);
        Thread.ofVirtual()
                .name("sign-out")
                .start(
                        () -> {
                            try {
                                end(refresh);
                            } finally {
                                told.complete(null);
                                underWay.remove(clock);
                            }
                        });
    }

    private void end(OAuth2RefreshToken refresh) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", "admin-ui");
        form.add("client_secret", settings.clientSecret());
        form.add("refresh_token", refresh.getTokenValue());
        for (var wait : WAITS) {
            if (told(form)) {
                return;
            }
            rest(wait);
        }
        // Keycloak's own idle time, equal to ours, ends the sign-in then.
        LOG.warn("Keycloak was not told of the end of a session");
    }

    private boolean told(MultiValueMap<String, String> form) {
        try {
            keycloak.post()
                    .uri(settings.internalEndpoint("logout"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException over) {
            // Keycloak knows no such sign-in any more.
            return true;
        } catch (RestClientException away) {
            LOG.info("Keycloak did not hear of the end of a session: {}", away.toString());
            return false;
        }
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
