package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.FakeDesk;
import org.portaldesk.console.fake.SignedIn;
import org.portaldesk.console.fake.TypedDrafts;
import org.portaldesk.testing.Phases;
import org.portaldesk.testing.browser.Accessibility;
import org.portaldesk.testing.browser.Accessibility.Rules;
import org.portaldesk.testing.browser.Chromium;
import org.portaldesk.testing.browser.LastPicture;
import org.portaldesk.testing.browser.Pictures;
import org.portaldesk.testing.browser.Stillness;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Screens in a real browser: an error in the browser's console, or one that axe finds, fails the
 * test.
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
abstract class BrowserScreens {

    static final Path FOLDER = Path.of("target/screens");

    /** A screen that did not change for so long is still: the API in memory answers at once. */
    private static final int STILL_MILLIS = 60;

    /** The widest window in which panels stand below each other, in pixels. */
    private static final int NARROW = 900;

    private static final String FOLLOW =
            """
            address => {
              const link = document.createElement('a');
              link.href = address;
              document.body.append(link);
              link.click();
              link.remove();
            }
            """;

    /** One for each language: what a browser has loaded once it need not load again. */
    private static final Map<String, BrowserContext> WINDOWS = new HashMap<>();

    @RegisterExtension final LastPicture lastPicture = new LastPicture(this::windows, FOLDER);

    @LocalServerPort int port;
    @Autowired Desk desk;
    @Autowired TypedDrafts typed;

    final List<String> complaints = new CopyOnWriteArrayList<>();
    private ColorScheme scheme = ColorScheme.LIGHT;
    private String locale = "en-US";
    Page page;

    private List<Page> windows() {
        return List.of(page);
    }

    @BeforeEach
    void open() {
        desk.reset();
        typed.reset();
        look(1440, 860, ColorScheme.LIGHT, "en-US");
    }

    @AfterEach
    void close() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    /** Goes on in a tab of this size, color scheme and language, signed in anew. */
    final void look(int width, int height, ColorScheme scheme, String locale) {
        if (page != null) {
            page.close();
        }
        this.scheme = scheme;
        this.locale = locale;
        var window = WINDOWS.computeIfAbsent(locale, BrowserScreens::window);
        window.clearCookies();
        page = Phases.measure("tabs", window::newPage);
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
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

    private static BrowserContext window(String locale) {
        return Chromium.browser().newContext(new Browser.NewContextOptions().setLocale(locale));
    }

    /**
     * Goes to a screen: by its address in a new tab and where the tab is there already, and else as
     * a link of the console does, which takes a third of the time.
     */
    void go(String path) {
        var address = "http://localhost:" + port + "/" + path;
        if (page.url().startsWith("http") && !page.url().equals(address)) {
            Phases.measure("links", () -> page.evaluate(FOLLOW, address));
            page.waitForURL(address);
            settle();
        } else {
            load(path);
        }
    }

    /** Opens a screen by its address, as a bookmark does. */
    void load(String path) {
        Phases.measure("loading", () -> page.navigate("http://localhost:" + port + "/" + path));
        settle();
    }

    void settle() {
        Stillness.await(page, STILL_MILLIS);
    }

    /** Lets axe look at the page, and takes a picture of the window. */
    void shoot(String name) {
        settle();
        Pictures.take(page, FOLDER.resolve(name + ".png"), false);
        assertThat(Accessibility.violations(page, rules())).as("axe on " + name).isEmpty();
    }

    /** What this window may break that the same screen, wide, light and in English, does not. */
    private Rules rules() {
        var isUsual = page.viewportSize().width > NARROW && locale.startsWith("en");
        if (scheme == ColorScheme.DARK) {
            return isUsual ? Rules.COLORS : Rules.ALL;
        }
        return isUsual ? Rules.ALL : Rules.ALL_BUT_COLORS;
    }

    /** Takes a picture of the whole page, as far as it can be scrolled. */
    void shootAll(String name) {
        settle();
        Pictures.take(page, FOLDER.resolve(name + ".png"), true);
    }

    /**
     * Types words for which the screen searches once the hands rest, and waits until it has asked
     * for them.
     */
    void searchFor(String words, Runnable typing) {
        var question = "search " + words;
        var before = Collections.frequency(desk.asked(), question);
        typing.run();
        page.waitForCondition(() -> Collections.frequency(desk.asked(), question) > before);
        settle();
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
}
