package org.portaldesk.api.platform.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.portaldesk.api.platform.security.KeycloakSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says beside its endpoints: how staff sign in to it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String STAFF = "staff";

    @Bean
    OpenAPI description(KeycloakSettings keycloak) {
        return new OpenAPI()
                .info(new Info().title("Portal Desk API").version("1"))
                .components(new Components().addSecuritySchemes(STAFF, signIn(keycloak)))
                .addSecurityItem(new SecurityRequirement().addList(STAFF));
    }

    private static SecurityScheme signIn(KeycloakSettings keycloak) {
        var endpoints = keycloak.issuer(STAFF) + "/protocol/openid-connect/";
        var byCode =
                new OAuthFlow()
                        .authorizationUrl(endpoints + "auth")
                        .tokenUrl(endpoints + "token")
                        .scopes(new Scopes().addString("openid", "Who you are"));
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows().authorizationCode(byCode));
    }
}
