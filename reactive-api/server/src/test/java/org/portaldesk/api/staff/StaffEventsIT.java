package org.portaldesk.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.staff.store.StaffEventRows;
import org.portaldesk.local.process.ProcessFolder;
import org.portaldesk.local.signin.ServiceSignIn;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** What Keycloak knows of staff is on our record, once. */
class StaffEventsIT extends ApiIT {

    @Autowired private StaffEvents events;
    @Autowired private StaffEventRows rows;

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
    void eachKindIsOnRecordOnce() throws Exception {
        person.signOut(person.signIn());
        person.grant("supervisor");
        person.take("supervisor");
        person.endSessions();
        person.admin()
                .put(
                        person.path() + "/reset-password",
                        Map.of("type", "password", "value", StaffPerson.PASSWORD));
        inAndOutOfAGroup();
        for (var tries = 0; tries < 5; tries++) {
            person.mistype("wrong " + tries);
        }
        person.admin().delete("/staff/attack-detection/brute-force/users/" + person.id());
        person.disable();
        person.leave();

        readUntil("STAFF_LOCKED_OUT REFUSED TOO_MANY_WRONG_PASSWORDS");
        read();

        assertThat(acts())
                .containsExactlyInAnyOrder(
                        "STAFF_ADDED DONE",
                        "STAFF_ROLES_GRANTED DONE him-staff",
                        "STAFF_SIGNED_IN DONE",
                        "STAFF_SIGNED_OUT DONE",
                        "STAFF_ROLES_GRANTED DONE supervisor",
                        "STAFF_ROLES_TAKEN DONE supervisor",
                        "STAFF_SESSIONS_ENDED DONE",
                        "STAFF_PASSWORD_SET DONE",
                        "STAFF_GROUP_JOINED DONE",
                        "STAFF_GROUP_LEFT DONE",
                        "STAFF_SIGN_IN_FAILED REFUSED WRONG_PASSWORD",
                        "STAFF_SIGN_IN_FAILED REFUSED WRONG_PASSWORD",
                        "STAFF_SIGN_IN_FAILED REFUSED WRONG_PASSWORD",
                        "STAFF_SIGN_IN_FAILED REFUSED WRONG_PASSWORD",
                        "STAFF_SIGN_IN_FAILED REFUSED WRONG_PASSWORD",
                        "STAFF_LOCKED_OUT REFUSED TOO_MANY_WRONG_PASSWORDS",
                        "STAFF_UNLOCKED DONE",
                        "STAFF_DISABLED DONE",
                        "STAFF_REMOVED DONE");
        assertThat(own("SIGNED_IN")).containsExactly(person.username() + " " + person.username());
    }

    @Test
    void nothingThatWasTypedOrKeptOfAPersonGoesAlong() throws Exception {
        person.mistype("my other password");
        strangerTypes("a password in the field of names");

        read();

        assertThat(
                        texts(
                                "SELECT row_to_json(e)::text FROM audit_event e WHERE act LIKE 'STAFF\\_%'"))
                .noneMatch(
                        row ->
                                row.contains("password in the field")
                                        || row.contains("my other password")
                                        || row.contains(StaffPerson.PASSWORD)
                                        || row.contains("Newcomer")
                                        || row.contains("@hospital.example"));
        assertThat(
                        texts(
                                "SELECT cause FROM portal_failure WHERE act = 'STAFF_SIGN_IN' AND host(client_address) = '127.0.0.1'"))
                .contains("UNKNOWN_NAME");
        assertThat(keycloakKeeps()).doesNotContain(StaffPerson.PASSWORD);
    }

    @Test
    void whatIsToldTwiceLateOrInAnyOrderIsOnRecordOnce() throws Exception {
        var hospital = new BusyRealm(1_234, Duration.ofHours(3));
        longAgo(Duration.ofHours(3));
        var instances = List.of(hospital.instance(rows), hospital.instance(rows));

        for (var round = 0; round < 60 && !hospital.isQuiet(); round++) {
            Flux.fromIterable(instances)
                    .flatMap(one -> one.read(Duration.ZERO).onErrorComplete())
                    .blockLast();
        }

        assertThat(hospital.failures()).isPositive();
        assertThat(
                        texts(
                                "SELECT request_id FROM audit_event WHERE request_id LIKE 'keycloak-%s-%%'"
                                        .formatted(hospital.name())))
                .hasSize(1_234)
                .doesNotHaveDuplicates();
    }

    @Test
    void whileKeycloakStandsStillNothingIsLost() throws Exception {
        person.signIn();
        signal("-STOP");
        try {
            assertThatThrownBy(this::read).isNotNull();
        } finally {
            signal("-CONT");
        }
        person.signIn();

        read();

        assertThat(acts()).filteredOn("STAFF_SIGNED_IN DONE"::equals).hasSize(2);
    }

    @Test
    void theApisOwnTokenOfThisRealmOpensEventsAndNothingElse() {
        var token =
                new ServiceSignIn(
                                backing().keycloak().url(),
                                "staff",
                                "reactive-api",
                                backing().installation().clientSecret("reactive-api"))
                        .accessToken();
        with(token).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
        var realm =
                with(token)
                        .mutate()
                        .baseUrl(backing().keycloak().url() + "/admin/realms/staff")
                        .build();
        for (var open : List.of("/events?max=1", "/admin-events?max=1")) {
            realm.get().uri(open).exchange().expectStatus().isOk();
        }
        for (var closed :
                List.of(
                        "/users",
                        "/users/" + person.id(),
                        "/clients",
                        "/roles",
                        "/groups",
                        "/keys")) {
            realm.get().uri(closed).exchange().expectStatus().isForbidden();
        }
        realm.delete().uri("/events").exchange().expectStatus().isForbidden();
        realm.delete().uri("/users/" + person.id()).exchange().expectStatus().isForbidden();
    }

    private void read() {
        events.read(Duration.ZERO).block();
    }

    /** Keycloak locks a moment after the last wrong password. */
    private void readUntil(String act) throws Exception {
        read();
        for (var tries = 0; tries < 40 && !acts().contains(act); tries++) {
            Thread.sleep(250);
            read();
        }
    }

    private void inAndOutOfAGroup() {
        var admin = person.admin();
        admin.post("/staff/groups", Map.of("name", person.username()));
        var group = admin.get("/staff/groups?exact=true&search=" + person.username());
        var id = group.at("/0/id").stringValue();
        admin.put(person.path() + "/groups/" + id, Map.of());
        admin.delete(person.path() + "/groups/" + id);
        admin.delete("/staff/groups/" + id);
    }

    private void strangerTypes(String name) {
        new StaffPerson(backing(), "", name).mistype("whatever it is");
    }

    private String keycloakKeeps() {
        return person.admin().get("/staff/admin-events?resourceTypes=USER&max=20").toString();
    }

    /** As after an outage of the API. */
    private static void longAgo(Duration ago) throws SQLException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            statement.executeUpdate(
                    "UPDATE staff_event_mark SET up_to = now() - interval '%d seconds' WHERE stream = 'SIGN_INS'"
                            .formatted(ago.toSeconds()));
        }
    }

    private List<String> acts() throws SQLException {
        return texts(
                """
                SELECT concat_ws(' ', act, outcome, reason, after #>> '{roles,0}') FROM audit_event
                WHERE object_id = '%s' AND act LIKE 'STAFF\\_%%'
                """
                        .formatted(person.id()));
    }

    private List<String> own(String act) throws SQLException {
        return texts(
                "SELECT actor_username || ' ' || actor_name FROM audit_event WHERE actor = '%s' AND act = 'STAFF_%s'"
                        .formatted(person.id(), act));
    }

    private static List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var database = superuser();
                var found = database.createStatement().executeQuery(query)) {
            while (found.next()) {
                texts.add(Objects.requireNonNull(found.getString(1)));
            }
        }
        return texts;
    }

    private static void signal(String signal) throws Exception {
        var keycloak =
                new ProcessFolder(backing().installation().folder())
                        .pid("keycloak")
                        .running()
                        .orElseThrow();
        var command = List.of("kill", signal, String.valueOf(keycloak.pid()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
