package org.portaldesk.api.staff.keycloak;

import org.portaldesk.api.platform.keycloak.KeycloakAdminApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the API calls in realm {@code staff}, where it may read events and release locks, nothing
 * else.
 */
@Configuration(proxyBeanMethods = false)
class StaffRealmConfiguration {

    @Bean
    StaffLockCalls staffLockCalls(KeycloakAdminApi keycloak) {
        return keycloak.in("staff").createClient(StaffLockCalls.class);
    }

    @Bean
    StaffRealm staffRealm(KeycloakAdminApi keycloak) {
        return keycloak.in("staff").createClient(StaffRealm.class);
    }
}
