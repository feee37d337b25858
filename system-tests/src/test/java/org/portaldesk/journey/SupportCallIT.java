package org.portaldesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.journey.RunningSystem.Member;

/** Somebody has forgotten the password, tries five times, and calls. */
class SupportCallIT extends Journey {

    private static final int UNTIL_LOCKED = 5;

    /** How long a locked account may take to come to the list, on a machine that does much else. */
    private static final Duration LIVE = Duration.ofSeconds(15);

    private static final Duration CALL = Duration.ofSeconds(20);

    private final List<String> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void locksEndAgain() {
        system.locksForGood(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLockedOutCallerIsVerifiedBlindAndLetInAgain(boolean forGood) throws Exception {
        var person = Sample.adult(system);
        var him = console("him-staff");
        openPatient(him, person);
        var username = redeemAndSignIn(person, handOver(him), "locked-out");
        var agent = console("support-agent");
        listen(agent);
        agent.navigate(system.console() + "/locked-accounts");
        settle(agent);

        system.locksForGood(forGood);
        var home = lockOut(username);
        var row = agent.locator("table.locked-rows tr", named(person.familyName()));
        assertThat(row).isVisible(within(LIVE));
        look(agent, "locked-" + forGood);

        var begin = Instant.now();
        row.locator("a").focus();
        agent.keyboard().press("Enter");
        verify(agent, person);
        agent.keyboard().press("Alt+u");
        settle(agent);
        agent.keyboard().press("Control+Enter");
        assertThat(agent.getByText("you can sign in now")).isVisible();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(CALL);
        look(agent, "unlocked-" + forGood);

        signIn(home, new Member(username, PASSWORD));
        assertThat(home.locator("#inside #username")).hasText(username);
        nothingOfTheRecordWasReceived(person);
    }

    /** At Keycloak's own page, which then stays open. */
    private Page lockOut(String username) {
        var page = window();
        page.navigate(system.api() + "/portal/home");
        page.locator("#sign-in").click();
        for (var attempt = 0; attempt < UNTIL_LOCKED; attempt++) {
            page.locator("#username").waitFor();
            page.locator("#username").fill(username);
            page.locator("#password").fill("wrong " + attempt);
            page.keyboard().press("Enter");
            page.waitForLoadState();
        }
        return page;
    }

    private void verify(Page agent, Sample.Person person) {
        agent.waitForURL("**/support/*");
        settle(agent);
        agent.keyboard().press("Control+Enter");
        for (var answered = 0; answered < 4; answered++) {
            var prompt = agent.locator("#script-prompt");
            prompt.waitFor();
            var before = prompt.textContent();
            agent.keyboard().type(answer(before, person));
            agent.keyboard().press("Control+Enter");
            assertThat(prompt).not().hasText(before);
        }
        agent.keyboard().press("Alt+v");
        assertThat(agent.getByText("Open for")).isVisible();
        settle(agent);
    }

    /** As people say it. */
    private static String answer(String prompt, Sample.Person person) {
        if (prompt.contains("full name")) {
            return person.givenName() + " " + person.familyName();
        }
        if (prompt.contains("date of birth")) {
            return LocalDate.parse(person.birthDate())
                    .format(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US));
        }
        if (prompt.contains("Social Security")) {
            return person.ssnLast4();
        }
        return prompt.contains("street") ? person.street() + ", " + person.city() : person.phone();
    }

    private void listen(Page agent) {
        agent.onWebSocket(socket -> socket.onFrameReceived(frame -> received.add(frame.text())));
        agent.onResponse(
                response -> {
                    if (response.url().contains("v-r=") || response.url().endsWith("/support")) {
                        received.add(response.text());
                    }
                });
    }

    private void nothingOfTheRecordWasReceived(Sample.Person person) {
        var day = LocalDate.parse(person.birthDate());
        assertThat(received).isNotEmpty();
        for (var secret :
                List.of(
                        person.birthDate(),
                        day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US)),
                        day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.US)),
                        day.format(DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US)),
                        ">" + person.ssnLast4(),
                        "\"" + person.ssnLast4() + "\"",
                        person.street(),
                        person.phone())) {
            assertThat(received).noneMatch(frame -> frame.contains(secret));
        }
    }

    private static Page.LocatorOptions named(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private static LocatorAssertions.IsVisibleOptions within(Duration time) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
    }
}
