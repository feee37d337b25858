package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
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
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Codes;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.FakeDesk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.SignedIn;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every screen in a real browser: pictures in {@code target/screens}, no error in its console. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "PORTAL_DESK_API_URL=http://localhost:1",
            "PORTAL_DESK_KEYCLOAK_URL=http://localhost:2",
            "PORTAL_DESK_CONSOLE_URL=http://localhost:3",
            "PORTAL_DESK_CONSOLE_CLIENT_SECRET=only-for-this-test-of-screens"
        })
@Import({FakeDesk.class, SignedIn.class})
class ScreensIT {

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;
    @Autowired Desk desk;
    @Autowired Codes codes;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

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
        codes.reset();
        look(1440, 860, ColorScheme.LIGHT, "en-US");
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private void look(int width, int height, ColorScheme scheme, String locale) {
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
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        settle();
    }

    private void settle() {
        page.waitForFunction(
                "() => window.Vaadin?.Flow?.clients"
                        + " && Object.values(Vaadin.Flow.clients).every(c => !c.isActive?.())");
        page.waitForTimeout(400);
    }

    private void shoot(String name) {
        settle();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screens/" + name + ".png")));
    }

    private void search(String words) {
        page.getByLabel("Find a patient").or(page.getByLabel("Buscar un paciente")).fill(words);
        settle();
    }

    @Test
    void theSearch() {
        go("patients");
        shoot("search-start");
        search("an");
        shoot("search-found");
        search("zzz");
        shoot("search-none");
        search("many");
        shoot("search-many");
        desk.is(Desk.Mood.AWAY);
        search("boyle");
        shoot("search-away");
        desk.is(Desk.Mood.NEVER_ANSWERS);
        search("hand");
        shoot("search-waiting");
    }

    @Test
    void aPatient() {
        go("patients/" + Patients.BRUNILDA);
        shoot("patient");
        go("patients/" + Patients.ADAN);
        shoot("patient-deceased");
        desk.is(Desk.Mood.AWAY);
        go("patients/" + Patients.BRUNILDA);
        shoot("patient-away");
    }

    @Test
    void issuingACode() {
        go("patients/" + Patients.BRUNILDA);
        page.keyboard().press("Alt+i");
        settle();
        shoot("issue");
        page.getByLabel("Why a new code?").fill("The letter never came");
        settle();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Issue the code"))
                .click();
        settle();
        shoot("issue-code");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done")).click();
        settle();
        shoot("issue-sure");
    }

    @Test
    void aRefusedCode() {
        go("patients/" + Patients.BRUNILDA);
        desk.refuseNext(ProblemCode.CONTACT_COLLISION);
        page.keyboard().press("Alt+i");
        settle();
        page.getByLabel("Why a new code?").fill("The letter never came");
        settle();
        page.keyboard().press("Control+Enter");
        settle();
        shoot("issue-refused");
    }

    @Test
    void revoking() {
        go("patients/" + Patients.BRUNILDA);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke"))
                .first()
                .click();
        settle();
        shoot("revoke");
    }

    @Test
    void thePalette() {
        go("patients");
        page.keyboard().press("Control+k");
        settle();
        page.keyboard().type("an");
        page.waitForTimeout(400);
        shoot("palette");
        page.keyboard().press("ArrowDown");
        shoot("palette-second");
        page.keyboard().press("Enter");
        page.waitForURL("**/patients/0198*");
        page.keyboard().press("Control+/");
        shoot("shortcuts");
    }

    @Test
    void theSupportAgentSeesMaskedFields() {
        desk.signIn(StaffRole.SUPPORT_AGENT);
        go("patients/" + Patients.CIERA);
        shoot("patient-masked");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the birth date"))
                .click();
        settle();
        shoot("reveal");
    }

    @Test
    void whoeverHasNoRole() {
        desk.signIn();
        go("patients");
        shoot("no-role");
        desk.signIn(StaffRole.ADMINISTRATOR);
        look(1440, 860, ColorScheme.LIGHT, "en-US");
        go("");
        shoot("no-screens");
        go("patients");
        shoot("not-permitted");
        complaints.removeIf(text -> text.contains("403"));
    }

    @Test
    void theApiIsAwayFromTheStart() {
        desk.is(Desk.Mood.AWAY);
        go("patients");
        shoot("threshold-away");
        desk.is(Desk.Mood.ANSWERS);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again")).click();
        page.getByLabel("Find a patient").waitFor();
    }

    @Test
    void dark() {
        look(1440, 860, ColorScheme.DARK, "en-US");
        go("patients");
        search("an");
        shoot("dark-search");
        go("patients/" + Patients.BRUNILDA);
        shoot("dark-patient");
        page.keyboard().press("Alt+i");
        shoot("dark-issue");
    }

    @Test
    void narrow() {
        look(400, 800, ColorScheme.LIGHT, "en-US");
        go("patients");
        search("an");
        shoot("narrow-search");
        go("patients/" + Patients.BRUNILDA);
        shoot("narrow-patient");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens/narrow-patient-full.png")));
    }

    @Test
    void spanish() {
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        go("patients");
        search("an");
        shoot("es-search");
        go("patients/" + Patients.BRUNILDA);
        shoot("es-patient");
        page.keyboard().press("Alt+i");
        shoot("es-issue");
    }

    @Test
    void theUserMenu() {
        go("patients");
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        shoot("user-menu");
        go("nowhere");
        shoot("not-found");
        complaints.removeIf(text -> text.contains("404"));
    }

    @Test
    void theEnd() {
        page.navigate("http://localhost:" + port + "/signed-out?why=idle");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screens/signed-out.png")));
    }
}
