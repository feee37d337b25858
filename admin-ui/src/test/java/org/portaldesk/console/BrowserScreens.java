package org.portaldesk.console;

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
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.FakeDesk;
import org.portaldesk.console.fake.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Screens in a real browser: pictures go to {@code target/screens}; an error in the browser's
 * console, or one that axe finds, fails the test.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "PORTAL_DESK_API_URL=http://localhost:1",
            "PORTAL_DESK_KEYCLOAK_URL=http://localhost:2",
            "PORTAL_DESK_CONSOLE_URL=http://localhost:3",
            "PORTAL_DESK_CONSOLE_CLIENT_SECRET=only-for-this-test-of-screens"
        })
@Import({FakeDesk.class, SignedIn.class})
@Tag("screens")
abstract class BrowserScreens {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;
    @Autowired Desk desk;

    final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    Page page;

    @BeforeAll
    static void openBrowser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void open() {
        desk.reset();
        look(1440, 860, ColorScheme.LIGHT, "en-US");
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    /** Goes on in a browser window of this size, colour scheme and language. */
    final void look(int width, int height, ColorScheme scheme, String locale) {
        if (context != null) {
            context.close();
        }
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setColorScheme(scheme)
                                .setLocale(locale));
        page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (List.of("error", "warning").contains(message.type())) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        // Who begins to listen in the moment of the key may come too late for the dialog.
        page.onFileChooser(_ -> {});
    }

    void go(String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        settle();
    }

    void settle() {
        page.waitForFunction(
                "() => window.Vaadin?.Flow?.clients"
                        + " && Object.values(Vaadin.Flow.clients).every(c => !c.isActive?.())");
        page.waitForTimeout(400);
    }

    /** Takes a picture of the window, and lets axe look at the page. */
    void shoot(String name) {
        settle();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screens/" + name + ".png")));
        assertThat(violations()).as("axe on " + name).isEmpty();
    }

    /** Takes a picture of the whole page, as far as it can be scrolled. */
    void shootAll(String name) {
        settle();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens/" + name + ".png")));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }

    void click(Locator what) {
        what.click();
        settle();
    }

    void press(String keys) {
        page.keyboard().press(keys);
        settle();
    }

    private List<String> violations() {
        // In the page itself: it has no frames, for which axe would open a second page each time.
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
                        .map(BrowserScreens::described)
                        .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }
}
