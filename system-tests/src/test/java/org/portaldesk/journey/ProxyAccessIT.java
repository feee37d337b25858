package org.portaldesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A parent asks to see a child's record, and a husband his wife's. */
class ProxyAccessIT extends Journey {

    private static final LocalDate HUSBANDS_BIRTHDAY = LocalDate.of(1961, 2, 14);

    @Test
    void aParentsRequestIsApprovedByKeyboardAndABirthdayLimitsWhatIsSeen() throws Exception {
        var child = Child.aged(8);
        child.send(system.feed());
        var parent = Sample.adult(system);
        var him = console("him-staff");
        openPatient(him, parent);
        var username = redeemAndSignIn(parent, handOver(him), "parent");
        var portal = Portal.signIn(system, username);
        assertThat(ask(portal, child).status()).isEqualTo(201);

        var reviewer = console("roi-reviewer");
        openRequest(reviewer, child.familyName());
        claim(reviewer);
        addPages(reviewer, Papers.form("Birth certificate of the child", "Copy of a photo ID"));
        reviewer.keyboard().press("Alt+ArrowDown");
        assertThat(reviewer.getByText("2 of 2 pages looked at")).isVisible();
        look(reviewer, "proxy-request");
        tick(reviewer, 2);
        approve(reviewer, "proxy-approve");

        var grant = portal.get("/portal/me/proxy-grants").body().path("items").path(0);
        assertThat(grant.path("state").stringValue()).isEqualTo("PENDING_CONFIRMATION");
        assertThat(portal.get("/portal/patients").body().path("items")).hasSize(1);
        confirm(portal, grant.path("id").stringValue(), child.birthDate());
        var seen = theChild(portal, child);
        assertThat(seen.path("accessClass").stringValue()).isEqualTo("MINOR_FULL");
        assertThat(seen.path("areas").path("RESULTS").stringValue()).isEqualTo("ACT");

        var today = LocalDate.now(ZoneId.of("America/New_York"));
        child.born(today.minusYears(13)).send(system.feed());
        seen = theChild(portal, child);
        assertThat(seen.path("accessClass").stringValue()).isEqualTo("MINOR_LIMITED");
        assertThat(seen.path("areas").has("RESULTS")).isFalse();
        reviewer.navigate(system.console() + "/patients/" + seen.path("id").stringValue());
        assertThat(reviewer.getByText("limited, for a teenager")).isVisible();
        settle(reviewer);
        look(reviewer, "proxy-limited");
    }

    @Test
    void aHusbandsSignedFormComesToTheDeskAndHeActivatesByEmail() throws Exception {
        var wife = Sample.adult(system);
        var him = console("him-staff");
        openPatient(him, wife);
        var email = "husband-%d@example.org".formatted(System.nanoTime());
        record(him, email);

        var reviewer = console("roi-reviewer");
        openRequest(reviewer, "Quillmann");
        look(reviewer, "proxy-queue-request");
        claim(reviewer);
        tick(reviewer, 9);
        reviewer.keyboard().type("12/31/2030");
        reviewer.keyboard().press("Enter");
        settle(reviewer);
        approve(reviewer, "proxy-approve-adult");

        var code = CODE.matcher(new Mailbox(system).awaitCodeFor(email));
        assertThat(code.find()).isTrue();
        var username =
                redeemAndSignIn(code.group(), HUSBANDS_BIRTHDAY.toString(), "0177", "husband");
        var portal = Portal.signIn(system, username);
        var grant = portal.get("/portal/me/proxy-grants").body().path("items").path(0);
        assertThat(portal.get("/portal/patients/" + wife.id()).status()).isEqualTo(404);
        confirm(portal, grant.path("id").stringValue(), LocalDate.parse(wife.birthDate()));
        assertThat(portal.get("/portal/patients/" + wife.id()).body().path("accessClass"))
                .hasToString("\"ADULT\"");
    }

    private static Portal.Answer ask(Portal portal, Child child) {
        return portal.post(
                "/portal/me/proxy-requests",
                Map.of(
                        "patient",
                        Map.of(
                                "givenName", child.givenName(),
                                "familyName", child.familyName(),
                                "birthDate", child.birthDate().toString()),
                        "relationship",
                        "PARENT"));
    }

    private static JsonNode theChild(Portal portal, Child child) {
        for (var one : portal.get("/portal/patients").body().path("items")) {
            if (one.path("name").stringValue().contains(child.familyName())) {
                return one;
            }
        }
        throw new AssertionError("The child is not seen.");
    }

    private static void confirm(Portal portal, String grant, LocalDate birthDate) {
        var path = "/portal/me/proxy-grants/" + grant + "/confirm";
        var wrong = Map.of("patientBirthDate", birthDate.plusDays(1).toString());
        assertThat(portal.post(path, wrong).status()).isEqualTo(422);
        assertThat(portal.post(path, Map.of("patientBirthDate", birthDate.toString())).status())
                .isEqualTo(200);
    }

    private void openRequest(Page reviewer, String patient) {
        reviewer.navigate(system.console() + "/proxy-requests");
        var row = reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(patient));
        row.first().waitFor();
        look(reviewer, "proxy-queue");
        row.first().focus();
        reviewer.keyboard().press("Enter");
        reviewer.waitForURL("**/proxy-requests/*");
        settle(reviewer);
    }

    /** Opens the part for later pages, and the browser's own dialog for files. */
    private static void addPages(Page reviewer, FilePayload form) {
        reviewer.locator("vaadin-details-summary", named("Add pages")).focus();
        reviewer.keyboard().press("Enter");
        settle(reviewer);
        choose(reviewer, form);
        // A process is started for the file, on a machine that does much else.
        assertThat(reviewer.getByText("The pages are with the request"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        settle(reviewer);
    }

    /** The browser's own dialog is opened by keyboard; what is chosen in it, no page can type. */
    private static void choose(Page page, FilePayload form) {
        var upload = "() => document.activeElement.closest('vaadin-upload') !== null";
        for (int step = 0; step < 20 && !(Boolean) page.evaluate(upload); step++) {
            page.keyboard().press("Tab");
        }
        assertThat((Boolean) page.evaluate(upload)).as("Tab leads to the files").isTrue();
        page.waitForFileChooser(() -> page.keyboard().press("Enter")).setFiles(form);
    }

    private static void claim(Page reviewer) {
        button(reviewer, "Claim").waitFor();
        settle(reviewer);
        reviewer.keyboard().press("Alt+c");
        button(reviewer, "Put aside").waitFor();
        settle(reviewer);
    }

    private static void tick(Page reviewer, int boxes) {
        reviewer.keyboard().press("Alt+l");
        settle(reviewer);
        for (var box = 0; box < boxes; box++) {
            reviewer.keyboard().press("Space");
            reviewer.keyboard().press("Tab");
        }
        settle(reviewer);
    }

    private static void approve(Page reviewer, String name) {
        reviewer.keyboard().press("Alt+a");
        button(reviewer, "Give access").waitFor();
        settle(reviewer);
        look(reviewer, name);
        reviewer.keyboard().press("Control+Enter");
        reviewer.getByText("approved it").waitFor();
        settle(reviewer);
        look(reviewer, name + "d");
    }

    private void record(Page him, String email) {
        button(him, "Record a request").focus();
        him.keyboard().press("Enter");
        him.getByLabel("Given name").waitFor();
        settle(him);
        for (var text : new String[] {"Rufus", "Quillmann", "2/14/1961", email, "(617) 555-0177"}) {
            him.keyboard().type(text);
            him.keyboard().press("Tab");
        }
        settle(him);
        him.getByLabel("spouse").focus();
        him.keyboard().press("Space");
        choose(him, Papers.form("Authorization, signed, until 31 December 2030"));
        him.getByText("form.pdf", new Page.GetByTextOptions().setExact(true)).waitFor();
        settle(him);
        look(him, "proxy-intake");
        him.keyboard().press("Control+Enter");
        him.getByText("Recorded. It waits for a reviewer.").waitFor();
    }

    private static Page.LocatorOptions named(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }
}
