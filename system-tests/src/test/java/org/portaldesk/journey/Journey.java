package org.portaldesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.portaldesk.journey.RunningSystem.Member;
import org.portaldesk.testing.browser.Accessibility;
import org.portaldesk.testing.browser.Chromium;
import org.portaldesk.testing.browser.LastPicture;
import org.portaldesk.testing.browser.Pictures;
import org.portaldesk.testing.browser.Stillness;

/** A browser, people who sign in with it, and what every screen must stand. */
abstract class Journey {

    static final String PASSWORD = "a long enough password 7";

    static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}");

    /** In the navigation of every role that these journeys know. */
    private static final String NAVIGATION = "Patients";

    private static final Path FOLDER = Path.of("target/journeys");

    /** A screen that did not change for so long is still. */
    private static final int STILL_MILLIS = 200;

    final RunningSystem system = RunningSystem.get();
    final Remains remains = new Remains();

    @RegisterExtension final LastPicture lastPicture = new LastPicture(Journey::openPages, FOLDER);

    @AfterEach
    void closeWindows() {
        try {
            Chromium.browser().contexts().forEach(window -> remains.check(window.pages()));
        } finally {
            Chromium.browser().contexts().forEach(BrowserContext::close);
        }
    }

    private static List<Page> openPages() {
        return Chromium.browser().contexts().stream()
                .flatMap(window -> window.pages().stream())
                .toList();
    }

    /** A window of its own, as on another computer. */
    Page window() {
        var windows =
                Chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(1440, 860)
                                        .setLocale("en-US")
                                        // A system on containers has a house CA, which no browser
                                        // knows.
                                        .setIgnoreHTTPSErrors(system.isElsewhere())
                                        .setAcceptDownloads(true));
        remains.watch(windows);
        var page = windows.newPage();
        // Who begins to listen in the moment of the key may come too late for the dialog.
        page.onFileChooser(_ -> {});
        return page;
    }

    /**
     * Opens the console as the first member of staff with that role, hands on the keyboard all the
     * way.
     */
    Page console(String role) {
        var page = window();
        page.navigate(system.console());
        signIn(page, system.staff(role));
        page.waitForURL(Pattern.compile(Pattern.quote(system.console()) + "/.*"));
        page.getByText(NAVIGATION).first().waitFor();
        settle(page);
        return page;
    }

    /**
     * Makes a member of staff for one journey, who is removed by it; answers their id in Keycloak.
     *
     * @param actions what Keycloak asks of them at the first sign-in
     */
    String newStaff(String username, String role, List<String> actions) {
        var admin = system.keycloakAdmin();
        admin.post(
                "/staff/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "firstName",
                        "Made",
                        "lastName",
                        "Person",
                        "email",
                        username + "@hospital.example",
                        "requiredActions",
                        actions,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))));
        var id =
                admin.get("/staff/users?exact=true&username=" + username).at("/0/id").stringValue();
        admin.post(
                "/staff/users/" + id + "/role-mappings/realm",
                List.of(admin.get("/staff/roles/" + role)));
        return id;
    }

    /** Fills Keycloak's own login form. */
    static void signIn(Page page, Member member) {
        page.locator("#username").waitFor();
        page.locator("#username").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type(member.username());
        page.keyboard().press("Tab");
        page.locator("#password").focus();
        page.keyboard().type(member.password());
        page.keyboard().press("Enter");
    }

    /** The first button of that name. */
    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    /**
     * Waits until the console has nothing under way with its server, nor its server with the API.
     */
    static void settle(Page page) {
        Stillness.awaitAnswers(page, STILL_MILLIS);
    }

    /** Holds the screen against WCAG 2.2 AA, once it has all its answers, and takes a picture. */
    static void look(Page page, String name) {
        if ((Boolean) page.evaluate("() => 'Vaadin' in window")) {
            settle(page);
        }
        Pictures.take(page, FOLDER.resolve(name + ".png"), false);
        assertThat(Accessibility.violations(page, Accessibility.Rules.ALL))
                .filteredOn(Predicate.not(Journey::isOfTabsScroller))
                .as(name)
                .isEmpty();
    }

    /** The one known fault of the stock components. */
    private static boolean isOfTabsScroller(String violation) {
        return violation.startsWith("aria-required-children") && violation.contains("vaadin-tabs");
    }

    /** Opens the patient by the command palette: two keys, the number, Enter. */
    void openPatient(Page page, Sample.Person person) {
        remains.mustNotHold(
                person.mrn(),
                person.givenName() + " " + person.familyName(),
                person.familyName() + ", " + person.givenName(),
                person.birthDate(),
                person.email(),
                person.phone(),
                person.street());
        page.keyboard().press("Control+k");
        settle(page);
        page.keyboard().type(person.mrn());
        page.getByText(person.mrn()).first().waitFor();
        settle(page);
        page.keyboard().press("Enter");
        page.waitForURL("**/patients/" + person.id());
        page.locator(".banner-name").waitFor();
        settle(page);
    }

    /**
     * Redeems a code on the portal's page, as the patient would, and signs in with the new account;
     * answers its username.
     */
    String redeemAndSignIn(Sample.Person person, String code, String way) {
        return redeemAndSignIn(code, person.birthDate(), person.ssnLast4(), way);
    }

    /**
     * As {@link #redeemAndSignIn(Sample.Person, String, String)}, for whoever gives these facts.
     */
    String redeemAndSignIn(String code, String birthDate, String lastFour, String way) {
        var username = way + "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        var page = window();
        remains.mustNotHold(code, birthDate, PASSWORD);
        page.navigate(system.api() + "/portal/activate");
        page.locator("#code").fill(code.toLowerCase(Locale.ROOT).replace("-", " "));
        page.locator("#birthDate").fill(birthDate);
        page.locator("#ssnLast4").fill(lastFour);
        page.locator("#username").fill(username);
        page.locator("#password").fill(PASSWORD);
        look(page, "portal-activate");
        page.keyboard().press("Enter");
        assertThat(page.locator("#done-username")).hasText(username);
        page.navigate(system.api() + "/portal/home");
        page.locator("#sign-in").click();
        signIn(page, new Member(username, PASSWORD));
        assertThat(page.locator("#inside #username")).hasText(username);
        look(page, "portal-home");
        page.locator("#sign-out").click();
        page.locator("#sign-in").click();
        page.locator("#username").waitFor();
        return username;
    }

    /** Issues a code at the desk, to be handed over; answers what stands on the screen. */
    static String handOver(Page desk) {
        desk.keyboard().press("Alt+i");
        button(desk, "Issue the code").waitFor();
        settle(desk);
        desk.keyboard().press("Control+Enter");
        var shown = desk.getByText(CODE).first();
        shown.waitFor();
        return shown.textContent().strip();
    }
}
