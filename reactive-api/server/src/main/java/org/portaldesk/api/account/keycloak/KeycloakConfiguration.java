package org.portaldesk.api.account.keycloak;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The client of Keycloak's Admin REST API, as service account {@code reactive-api}. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    private static final String CLIENT = "reactive-api";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration RESPONSE = Duration.ofSeconds(10);

    /** The token is the program's own, whoever's request it serves. */
    private static final Authentication ITSELF =
            new AnonymousAuthenticationToken(
                    CLIENT, CLIENT, AuthorityUtils.createAuthorityList("SERVICE"));

    @Bean
    KeycloakUsers keycloakUsers(HttpServiceProxyFactory keycloak) {
        return keycloak.createClient(KeycloakUsers.class);
    }

    @Bean
    KeycloakLocks keycloakLocks(HttpServiceProxyFactory keycloak) {
        return keycloak.createClient(KeycloakLocks.class);
    }

    @Bean
    KeycloakEvents keycloakEvents(HttpServiceProxyFactory keycloak) {
        return keycloak.createClient(KeycloakEvents.class);
    }

    /** All of the above share one token and one pool of connections. */
    @Bean
    HttpServiceProxyFactory keycloak(
            @Value("${portal-desk.keycloak.internal-url}") URI url,
            @Value("${portal-desk.keycloak.client-secret}") String secret) {
        var plain = WebClient.builder().clientConnector(connector()).build();
        var signedIn =
                plain.mutate()
                        .baseUrl(url.toString())
                        .filter(withToken(registration(url, secret), plain))
                        .build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(signedIn)).build();
    }

    private static ReactorClientHttpConnector connector() {
        return new ReactorClientHttpConnector(
                HttpClient.create()
                        .option(
                                io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) CONNECT.toMillis())
                        .responseTimeout(RESPONSE));
    }

    private static ClientRegistration registration(URI url, String secret) {
        return ClientRegistration.withRegistrationId(CLIENT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(url + "/realms/patients/protocol/openid-connect/token")
                .clientId(CLIENT)
                .clientSecret(secret)
                .build();
    }

    private static ServerOAuth2AuthorizedClientExchangeFilterFunction withToken(
            ClientRegistration registration, WebClient plain) {
        var registrations = new InMemoryReactiveClientRegistrationRepository(registration);
        var tokens = new InMemoryReactiveOAuth2AuthorizedClientService(registrations);
        var manager =
                new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
                        registrations, tokens);
        manager.setAuthorizedClientProvider(clientCredentials(plain));
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

    private static ClientCredentialsReactiveOAuth2AuthorizedClientProvider clientCredentials(
            WebClient plain) {
        var endpoint = new WebClientReactiveClientCredentialsTokenResponseClient();
        endpoint.setWebClient(plain);
        var provider = new ClientCredentialsReactiveOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        return provider;
    }
}
