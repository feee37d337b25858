package org.portaldesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.journey.RunningSystem.Member;
import org.portaldesk.local.signin.BrowserSignIn;
import org.portaldesk.realm.KeycloakAdmin;

/**
 * Staff who are ended in Keycloak, each in another way, while their console stands open and nobody
 * touches it. {@code -Dended.people=20} takes as many.
 */
class EndedStaffConsoleIT extends Journey {

    private static final int PEOPLE = Integer.getInteger("ended.people", 4);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ROLE = "him-staff";

    private final KeycloakAdmin admin = system.keycloakAdmin();
    private final List<Person> people = new ArrayList<>();

    /**
     * @param id in Keycloak
     */
    private record Person(String id, String username, Page page) {

        String path() {
            return "/staff/users/" + id;
        }
    }

    private enum End {
        DISABLED("STAFF_DISABLED"),
        SIGNED_OUT("STAFF_SESSIONS_ENDED"),
        LOST_THE_ROLE("STAFF_ROLES_TAKEN"),
        DELETED("STAFF_REMOVED");

        private final String onRecord;

        End(String onRecord) {
            this.onRecord = onRecord;
        }

        static End of(int number) {
            return values()[number % values().length];
        }
    }

    @AfterEach
    void leave() {
        people.forEach(
                person -> admin.find(person.path()).ifPresent(_ -> admin.delete(person.path())));
    }

    @Test
    void areOutOfTheConsoleWithinAMinuteAndItIsOnRecord() {
        for (var number = 0; number < PEOPLE; number++) {
            people.add(comes());
        }
        var since = new ArrayList<Instant>();
        for (var number = 0; number < PEOPLE; number++) {
            end(people.get(number), End.of(number));
            since.add(Instant.now());
        }
        var slowest = Duration.ZERO;
        for (var number = 0; number < PEOPLE; number++) {
            // Pages are asked in the order in which they were ended, so each counts to its end.
            var page = people.get(number).page;
            page.waitForURL(
                    Pattern.compile(".*/signed-out\\?why=ended.*"),
                    new Page.WaitForURLOptions().setTimeout(LIMIT.toMillis() * 2));
            slowest = longer(slowest, Duration.between(since.get(number), Instant.now()));
        }
        System.out.printf(
                "Ended staff are out of the console after %d s, worst of %d%n",
                slowest.toSeconds(), PEOPLE);
        assertThat(slowest).isLessThan(LIMIT);
        look(people.getFirst().page, "signed-out-ended");
        allIsOnRecord();
    }

    @Test
    void whoeverSignsOutInOneTabIsOutOfTheOthersAndOfKeycloak() {
        var person = comes();
        people.add(person);
        var other = person.page.context().newPage();
        other.navigate(system.console());
        other.getByText("Patients").first().waitFor();

        person.page.getByRole(AriaRole.BUTTON, named("Made Person")).first().click();
        button(person.page, "Sign out").click();
        other.waitForURL(Pattern.compile(".*/signed-out\\?why=done.*"));
        person.page.waitForURL(Pattern.compile(".*/signed-out.*"));
        other.navigate(system.console());
        other.locator("#username").waitFor();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void allIsOnRecord() {
        for (var number = 0; number < PEOPLE; number++) {
            var person = people.get(number);
            assertThat(found("STAFF_SIGNED_IN", person)).as("sign-in").isOne();
            assertThat(found(End.of(number).onRecord, person)).as("end").isOne();
        }
    }

    /** How often it is there; asked again until it is, for as long as it may take. */
    private long found(String act, Person person) {
        var officer = officer();
        var over = Instant.now().plus(LIMIT);
        while (true) {
            var events = officer.get("/api/audit?limit=200&act=" + act).body().path("items");
            var count =
                    events.valueStream()
                            .filter(event -> event.path("objectId").asString("").equals(person.id))
                            .count();
            if (count > 0 || Instant.now().isAfter(over)) {
                return count;
            }
            person.page.waitForTimeout(1_000);
        }
    }

    private Portal officer() {
        var member = system.staff("privacy-officer");
        var signIn =
                new BrowserSignIn(
                        system.keycloak(), "staff", "api-docs", "http://127.0.0.1/signed-in");
        var tokens = signIn.signIn(member.username(), member.password());
        return new Portal(system.api(), tokens.accessToken());
    }

    private void end(Person person, End end) {
        switch (end) {
            case DISABLED -> admin.put(person.path(), Map.of("enabled", false));
            case SIGNED_OUT -> admin.post(person.path() + "/logout", Map.of());
            case LOST_THE_ROLE -> admin.delete(person.path() + "/role-mappings/realm", role());
            case DELETED -> admin.delete(person.path());
        }
    }

    private Person comes() {
        var username = "ended-" + System.nanoTime();
        var id = newStaff(username, ROLE, List.of());
        var page = window();
        page.navigate(system.console());
        signIn(page, new Member(username, PASSWORD));
        page.getByText("Patients").first().waitFor();
        settle(page);
        return new Person(id, username, page);
    }

    private Object role() {
        return List.of(admin.get("/staff/roles/" + ROLE));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
