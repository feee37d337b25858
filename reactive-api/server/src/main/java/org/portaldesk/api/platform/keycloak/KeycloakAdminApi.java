package org.portaldesk.api.platform.keycloak;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.portaldesk.api.platform.security.KeycloakSettings;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Calls of Keycloak's Admin REST API, as service account {@code reactive-api} of a realm. In each
 * realm it may do what the realm's file says and nothing else.
 *
 * @see "docs/decisions/0111-keys-rights-and-tokens.md"
 */
@Component
public class KeycloakAdminApi {

    private static final String CLIENT = "reactive-api";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration RESPONSE = Duration.ofSeconds(10);

    /** A page of events has some of what administrators sent. */
    private static final int LARGEST_ANSWER = 8 << 20;

    /** The token is the program's own, whoever's request it serves. */
    private static final Authentication ITSELF =
            new AnonymousAuthenticationToken(
                    CLIENT, CLIENT, AuthorityUtils.createAuthorityList("SERVICE"));

    private final KeycloakSettings settings;
    private final WebClient plain;

    KeycloakAdminApi(KeycloakSettings settings) {
        this.settings = settings;
        plain =
                WebClient.builder()
                        .clientConnector(connector())
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                        .build();
    }

    /** What makes the clients of one realm; they share one token. */
    public HttpServiceProxyFactory in(String realm) {
        var signedIn =
                plain.mutate()
                        .baseUrl(settings.internalUrl().toString())
                        .filter(withToken(registration(realm)))
                        .build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(signedIn)).build();
    }

    private static ReactorClientHttpConnector connector() {
        return new ReactorClientHttpConnector(
                HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                        .responseTimeout(RESPONSE));
    }

    private ClientRegistration registration(String realm) {
        return ClientRegistration.withRegistrationId(CLIENT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.token(realm))
                .clientId(CLIENT)
                .clientSecret(settings.clientSecret())
                .build();
    }

    private ServerOAuth2AuthorizedClientExchangeFilterFunction withToken(
            ClientRegistration registration) {
        var registrations = new InMemoryReactiveClientRegistrationRepository(registration);
        var tokens = new InMemoryReactiveOAuth2AuthorizedClientService(registrations);
        var manager =
                new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
                        registrations, tokens);
        manager.setAuthorizedClientProvider(clientCredentials());
        var filter = new ServerOAuth2AuthorizedClientExchangeFilterFunction(manager);
        filter.setDefaultClientRegistrationId(CLIENT);
        filter.setPrincipalResolver(request -> Mono.just(ITSELF));
        // A token that Keycloak no longer takes is thrown away, so that the retry gets a new one.
        filter.setAuthorizationFailureHandler(
                new RemoveAuthorizedClientReactiveOAuth2AuthorizationFailureHandler(
                        (client, principal, attributes) ->
                                tokens.removeAuthorizedClient(client, principal.getName())));
        return filter;
    }

    private ClientCredentialsReactiveOAuth2AuthorizedClientProvider clientCredentials() {
        var endpoint = new WebClientReactiveClientCredentialsTokenResponseClient();
        endpoint.setWebClient(plain);
        var provider = new ClientCredentialsReactiveOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        return provider;
    }
}
