package org.portaldesk.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.staff.StaffLock;
import org.portaldesk.local.signin.ServiceSignIn;
import org.portaldesk.local.signin.SignInRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** A supervisor lets somebody in again whom wrong passwords keep out. */
class StaffLockReleaseIT extends FeedIT {

    private static final String STRANGERS = "127.0.0.2";

    @Autowired private StaffEvents events;

    private StaffPerson person = new StaffPerson(backing(), "", "");

    @BeforeEach
    void comes() {
        person = StaffPerson.joins(backing());
    }

    @AfterEach
    void leaves() {
        person.leave();
    }

    @Test
    void aSupervisorSeesTheLockAndReleasesItForAReason() {
        lockOut();
        assertThatThrownBy(this::signIn).isInstanceOf(SignInRefused.class);
        assertThat(locks(SUPERVISOR))
                .anySatisfy(
                        lock -> {
                            assertThat(lock.personId()).isEqualTo(id());
                            assertThat(lock.addresses()).contains(STRANGERS);
                        });

        release(SUPERVISOR, id()).expectStatus().isNoContent();

        assertThatCode(this::signIn).doesNotThrowAnyException();
        assertThat(locks(ADMINISTRATOR)).extracting(StaffLock::personId).doesNotContain(id());
        release(SUPERVISOR, id()).expectStatus().isNotFound();
        assertThat(
                        rows(
                                "SELECT actor_name || ': ' || outcome || ' ' || reason FROM audit_event WHERE act = 'STAFF_LOCK_RELEASED' AND object_id = ? ORDER BY id",
                                person.id()))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("DONE I know her voice");
        events.read(Duration.ZERO).block();
        assertThat(rows("SELECT act FROM audit_event WHERE object_id = ?", person.id()))
                .contains("STAFF_UNLOCKED");
    }

    @Test
    void aLockAfterTheReleaseIsALockAnew() {
        lockOut();
        release(SUPERVISOR, id()).expectStatus().isNoContent();
        lockOut();

        assertThat(locks(SUPERVISOR)).extracting(StaffLock::personId).contains(id());
    }

    @Test
    void nobodyReleasesThemselvesNorWhoIsNotLockedNorANobody() {
        for (var role : List.of(SUPERVISOR, ADMINISTRATOR)) {
            var own = UUID.fromString(ownId(role));
            release(role, own)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("SAME_PERSON");
        }
        release(SUPERVISOR, id()).expectStatus().isNotFound();
        release(SUPERVISOR, UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    void inKeycloakOnlyTheApiMayAndInThisRealmAlone() throws Exception {
        var own = service("reactive-api", "staff");
        assertThat(atKeycloak("staff", person.id(), own)).isEqualTo(204);
        assertThat(atKeycloak("staff", "nobody", own)).isEqualTo(404);
        assertThat(atKeycloak("staff", person.id(), "")).isEqualTo(401);
        assertThat(atKeycloak("staff", person.id(), own + "x")).isEqualTo(401);
        assertThat(atKeycloak("staff", person.id(), service("ehr-feed", "staff"))).isEqualTo(403);
        assertThat(atKeycloak("staff", person.id(), backing().staffToken("administrator")))
                .isEqualTo(403);
        assertThat(atKeycloak("patients", person.id(), service("reactive-api", "patients")))
                .isEqualTo(403);
        assertThat(atKeycloak("patients", person.id(), own)).isEqualTo(401);
    }

    private UUID id() {
        return UUID.fromString(person.id());
    }

    private void lockOut() {
        for (var guess = 0; guess < 5; guess++) {
            var password = "wrong " + guess;
            assertThatThrownBy(() -> from(STRANGERS, password)).isInstanceOf(SignInRefused.class);
        }
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            events.read(Duration.ZERO).block();
                            return locks(SUPERVISOR).stream()
                                    .anyMatch(lock -> lock.personId().equals(id()));
                        });
    }

    private void signIn() {
        from(STRANGERS, StaffPerson.PASSWORD);
    }

    private void from(String address, String password) {
        backing()
                .consoleSignIn()
                .signInFrom(InetAddress.ofLiteral(address), person.username(), password);
    }

    private List<StaffLock> locks(StaffRole role) {
        return Objects.requireNonNull(
                        as(role).get()
                                .uri("/api/staff-locks")
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(new ParameterizedTypeReference<Page<StaffLock>>() {})
                                .returnResult()
                                .getResponseBody())
                .items();
    }

    private ResponseSpec release(StaffRole role, UUID whom) {
        return as(role).post()
                .uri("/api/staff-locks/{id}/release", whom)
                .bodyValue(Map.of("reason", " I know her voice "))
                .exchange();
    }

    private String ownId(StaffRole role) {
        var me = as(role).get().uri("/api/me").exchange().expectBody(String.class).returnResult();
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(me.getResponseBody()))
                .path("id")
                .stringValue();
    }

    private static String service(String client, String realm) {
        return new ServiceSignIn(
                        backing().keycloak().url(),
                        realm,
                        client,
                        backing().installation().clientSecret(client))
                .accessToken();
    }

    private static int atKeycloak(String realm, String whom, String token)
            throws IOException, InterruptedException {
        var call =
                HttpRequest.newBuilder(
                                URI.create(
                                        backing().keycloak().url()
                                                + "/realms/"
                                                + realm
                                                + "/staff-locks/"
                                                + whom))
                        .DELETE();
        if (!token.isEmpty()) {
            call.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(call.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
