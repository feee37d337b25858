package org.portaldesk.api.platform.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.identity.StaffRole;

class MeIT extends ApiIT {

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void eachMemberOfStaffLearnsTheirRoles(StaffRole role) {
        as(role).get()
                .uri("/api/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.roles")
                .value(
                        roles ->
                                org.assertj.core.api.Assertions.assertThat(roles.toString())
                                        .contains(role.realmRole()));
    }

    @Test
    void withoutATokenNobodyIsAnybody() {
        anonymous()
                .get()
                .uri("/api/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED")
                .jsonPath("$.requestId")
                .isNotEmpty();
    }

    @Test
    void theFeedIsNoMemberOfStaff() {
        feed().get().uri("/api/me").exchange().expectStatus().isForbidden();
    }

    @Test
    void whatIsNotInTheTableIsNotThere() {
        as(StaffRole.HIM_STAFF).get().uri("/api/nothing").exchange().expectStatus().isNotFound();
        anonymous().get().uri("/actuator/env").exchange().expectStatus().isNotFound();
    }
}
