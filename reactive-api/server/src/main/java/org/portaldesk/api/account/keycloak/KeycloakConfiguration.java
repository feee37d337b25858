package org.portaldesk.api.account.keycloak;

import org.portaldesk.api.platform.keycloak.KeycloakAdminApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What the API calls in realm {@code patients}. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    @Bean
    KeycloakUsers keycloakUsers(HttpServiceProxyFactory patientRealm) {
        return patientRealm.createClient(KeycloakUsers.class);
    }

    @Bean
    KeycloakLocks keycloakLocks(HttpServiceProxyFactory patientRealm) {
        return patientRealm.createClient(KeycloakLocks.class);
    }

    @Bean
    KeycloakEvents keycloakEvents(HttpServiceProxyFactory patientRealm) {
        return patientRealm.createClient(KeycloakEvents.class);
    }

    /** All of the above share one token and one pool of connections. */
    @Bean
    HttpServiceProxyFactory patientRealm(KeycloakAdminApi keycloak) {
        return keycloak.in("patients");
    }
}
