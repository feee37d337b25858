package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.testing.browser.Chromium;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * People who walk away from consoles with three tabs each; {@code -Didle.people=10} takes as many.
 */
class IdleTabsIT extends BrowserScreens {

    private static final int PEOPLE = Integer.getInteger("idle.people", 1);
    private static final int TABS = 3;

    /** With more people, looking at all their tabs takes longer. */
    private static final Duration LIMIT = Duration.ofSeconds(PEOPLE * 7L - 2);

    private static final Duration WARNING = Duration.ofSeconds(PEOPLE * 3L);
    private static final String NAME = "Brunilda";
    private static final Pattern IDLE = Pattern.compile(".*/signed-out\\?why=(idle|ended).*");

    private final List<BrowserContext> people = new ArrayList<>();

    @DynamicPropertySource
    static void idle(DynamicPropertyRegistry properties) {
        properties.add("portal-desk.idle.limit", () -> LIMIT.toSeconds() + "s");
        properties.add("portal-desk.idle.warning", () -> WARNING.toSeconds() + "s");
    }

    @AfterEach
    void goHome() {
        people.forEach(BrowserContext::close);
    }

    @Test
    void anActInOneTabHoldsAllAndAtTheEndAllAreEmptyAndTheSessionIsDead() {
        var tabs = new ArrayList<List<Page>>();
        for (var person = 0; person < PEOPLE; person++) {
            tabs.add(comes(TABS));
            tabs.forEach(own -> own.getLast().keyboard().press("Shift"));
        }
        var sessions = people.stream().map(IdleTabsIT::session).toList();
        var all = tabs.stream().flatMap(List::stream).toList();
        all.forEach(tab -> assertThat(tab.content()).contains(NAME));

        var last = System.nanoTime();
        for (var second = 0; second < LIMIT.toSeconds() + 2; second++) {
            tabs.forEach(own -> own.getLast().keyboard().press("Shift"));
            last = System.nanoTime();
            all.getFirst().waitForTimeout(1_000);
        }
        tabs.forEach(own -> assertThat(own.getFirst().content()).contains(NAME));
        all.forEach(tab -> notice(tab).waitFor());
        all.forEach(tab -> assertThat(notice(tab).textContent()).contains("0 min"));

        answered(all.getFirst());
        last = System.nanoTime();
        all.forEach(tab -> tab.waitForURL(IDLE));
        var ended = Duration.ofNanos(System.nanoTime() - last);
        System.out.printf(
                "%d people with %d tabs each: all empty %.1f s after the last act, limit %d s%n",
                PEOPLE, TABS, ended.toMillis() / 1e3, LIMIT.toSeconds());
        assertThat(ended).isBetween(LIMIT.minusSeconds(1), LIMIT.plusSeconds(60));
        all.forEach(tab -> assertThat(tab.content()).doesNotContain(NAME));
        for (var person = 0; person < PEOPLE; person++) {
            tabs.get(person).getFirst().navigate(address());
            assertThat(session(people.get(person))).isNotEqualTo(sessions.get(person));
        }
    }

    /** The notice goes with any key, and the keys do nothing else. */
    private static void answered(Page tab) {
        tab.keyboard().press("Alt+i");
        notice(tab).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        tab.waitForTimeout(500);
        assertThat(tab.locator("vaadin-dialog").count()).isZero();
        assertThat(tab.content()).contains(NAME);
    }

    @Test
    void aTabWithoutAServerAndOneThatSleptAreEmptyToo() {
        var tabs = comes(2);
        var asleep = tabs.getFirst();
        var sleep = people.getFirst().newCDPSession(asleep);
        sleep.send("Page.setWebLifecycleState", state("frozen"));
        people.getFirst().setOffline(true);

        awaitEmpty(tabs.getLast());
        wake(sleep);
        awaitEmpty(asleep);
    }

    /** A browser may have let a sleeping tab leave; that it is empty is asked afterwards. */
    private static void wake(CDPSession sleep) {
        try {
            sleep.send("Page.setWebLifecycleState", state("active"));
        } catch (PlaywrightException left) {
            assertThat(left).hasMessageContaining("Not attached to an active page");
        }
    }

    /** While a page leaves, it cannot be read. */
    private static void awaitEmpty(Page tab) {
        tab.waitForCondition(
                () -> {
                    try {
                        return !tab.content().contains(NAME);
                    } catch (PlaywrightException leaving) {
                        return false;
                    }
                },
                new Page.WaitForConditionOptions().setTimeout(LIMIT.plusSeconds(60).toMillis()));
    }

    @Test
    void aTabWhoseSessionTheServerForgotIsEmptySoon() {
        var tab = comes(1).getFirst();
        people.getFirst()
                .route(
                        "**/signed-in",
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        var ended = Pattern.compile(".*/signed-out\\?why=ended.*");
        stayUntil(tab, () -> ended.matcher(tab.url()).matches());
    }

    @Test
    void aSignOutInOneTabEmptiesTheOthersAtOnce() {
        var tabs = comes(2);
        tabs.getLast().evaluate("() => window.portalDesk.leave('done')");
        tabs.getFirst().waitForURL(Pattern.compile(".*/signed-out.*"));
        assertThat(tabs.getFirst().content()).doesNotContain(NAME);
    }

    private static JsonObject state(String name) {
        var state = new JsonObject();
        state.addProperty("state", name);
        return state;
    }

    private static Locator notice(Page tab) {
        return tab.locator("dialog.idle-notice[open]");
    }

    /** Their tabs on a patient's page, the first opened before the others. */
    private List<Page> comes(int tabs) {
        var window = Chromium.browser().newContext(new Browser.NewContextOptions());
        people.add(window);
        return IntStream.range(0, tabs).mapToObj(_ -> tab(window)).toList();
    }

    private Page tab(BrowserContext window) {
        var tab = window.newPage();
        tab.setDefaultTimeout(LIMIT.plusSeconds(60).toMillis());
        tab.navigate(address());
        stayUntil(tab, () -> tab.getByText(NAME).first().isVisible());
        return tab;
    }

    /** Somebody sits there, as long as it takes. */
    private static void stayUntil(Page tab, BooleanSupplier done) {
        tab.waitForCondition(
                () -> {
                    tab.keyboard().press("Shift");
                    return done.getAsBoolean();
                });
    }

    private String address() {
        return "http://localhost:" + port + "/patients/" + Patients.BRUNILDA;
    }

    private static String session(BrowserContext window) {
        return window.cookies().stream()
                .filter(cookie -> cookie.name.equals("portal-desk"))
                .map(cookie -> cookie.value)
                .collect(Collectors.joining());
    }
}
