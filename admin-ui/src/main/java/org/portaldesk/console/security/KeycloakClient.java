package org.portaldesk.console.security;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * The console as a client of realm {@code staff}. The endpoints are written down instead of being
 * discovered, so that the console starts while Keycloak is still on its way up.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class KeycloakClient {

    static final String REGISTRATION = "keycloak";

    /**
     * A token is renewed when it has no more than this left: long enough for the call it is for.
     */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    @Bean
    ClientRegistrationRepository clientRegistrations(SignInSettings settings) {
        return new InMemoryClientRegistrationRepository(registration(settings));
    }

    private static ClientRegistration registration(SignInSettings settings) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("admin-ui")
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(settings.consoleUrl() + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile")
                .issuerUri(settings.issuer())
                .authorizationUri(settings.endpoint("auth"))
                .tokenUri(settings.internalEndpoint("token"))
                .jwkSetUri(settings.internalEndpoint("certs"))
                // An authentication is named by Keycloak's session, so each sign-in has tokens of
                // its own, also when one person is signed in twice.
                .userNameAttributeName("sid")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", settings.endpoint("logout")))
                .build();
    }

    @Bean
    OAuth2AuthorizedClientService authorizedClients(ClientRegistrationRepository registrations) {
        return new InMemoryOAuth2AuthorizedClientService(registrations);
    }

    /** Works without a request, as the calls of the gateway have none. */
    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService clients) {
        var manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder()
                        .authorizationCode()
                        .refreshToken(renewal -> renewal.clockSkew(AHEAD))
                        .build());
        return manager;
    }
}
