package org.portaldesk.console.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.portaldesk.console.journey.RunningSystem.Member;

/**
 * A browser, people who sign in with it, and what every screen must stand. Pictures go to {@code
 * target/journeys}.
 */
abstract class Journey {

    static final String PASSWORD = "a long enough password 7";

    static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}");

    /** In the navigation of every role that these journeys know. */
    private static final String NAVIGATION = "Patients";

    private static final List<String> AXE =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Playwright playwright;
    private static Browser browser;

    final RunningSystem system = RunningSystem.get();
    final Remains remains = new Remains();

    @BeforeAll
    static void openBrowser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(chromium());
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    /** What was last on each screen tells more of a failure than its stack. */
    @AfterEach
    void closeWindows(TestInfo test) {
        var name = test.getTestMethod().orElseThrow().getName();
        var number = 0;
        try {
            for (var context : browser.contexts()) {
                for (var page : context.pages()) {
                    picture(page, "end-" + name + "-" + ++number);
                }
                remains.check(context.pages());
            }
        } finally {
            browser.contexts().forEach(BrowserContext::close);
        }
    }

    /** A window of its own, as on another computer. */
    Page window() {
        var windows =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1440, 860)
                                .setLocale("en-US")
                                // A system on containers has a house CA, which no browser knows.
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

    /** Waits until the console has nothing under way with its server. */
    static void settle(Page page) {
        page.waitForFunction(
                "() => window.Vaadin?.Flow?.clients"
                        + " && Object.values(Vaadin.Flow.clients).every(c => !c.isActive?.())");
        page.waitForTimeout(300);
    }

    /** Takes a picture, and holds the screen against WCAG 2.2 AA. */
    static void look(Page page, String name) {
        picture(page, name);
        // In the page itself: it has no frames, for which axe would open a second page each time.
        var violations =
                new AxeBuilder(page)
                        .setLegacyMode(true).withTags(AXE).analyze().getViolations().stream()
                                .filter(rule -> !isKnown(rule))
                                .map(Journey::describe)
                                .toList();
        assertThat(violations).as(name).isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/journeys/" + name + ".png")));
    }

    /** The scroller inside {@code vaadin-tabs} is the one known fault of the stock components. */
    private static boolean isKnown(Rule rule) {
        return rule.getId().equals("aria-required-children")
                && rule.getNodes().stream()
                        .allMatch(node -> node.getHtml().contains("vaadin-tabs"));
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
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

    private static BrowserType.LaunchOptions chromium() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
    }
}
