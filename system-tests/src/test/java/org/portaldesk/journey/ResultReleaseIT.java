package org.portaldesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reviewer holds a result, and a clinician releases others before a statute does. */
class ResultReleaseIT extends Journey {

    @BeforeEach
    void aStatuteCounts() throws Exception {
        Reports.kentucky(system);
    }

    @Test
    void aHoldIsExplainedAndADelayedResultIsReleasedEarlyByKeyboard() throws Exception {
        var patient = Sample.adult(system);
        var him = console("him-staff");
        openPatient(him, patient);
        var username = redeemAndSignIn(patient, handOver(him), "results");
        var portal = Portal.signIn(system, username);
        var reports = Reports.of(system, patient);
        var biopsy = reports.biopsy("Biopsy of the journey");
        var panel = reports.panel("Panel of the journey");
        assertThat(shown(portal)).contains(panel).doesNotContain(biopsy);

        var reviewer = console("roi-reviewer");
        openResult(reviewer, "released", "Panel of the journey");
        assertThat(reason(reviewer, "It is shown at once. (45 CFR 171.103)")).isVisible();
        look(reviewer, "result-released");
        hold(reviewer);
        assertThat(reason(reviewer, "A hold is against them. (45 CFR 171.201)")).isVisible();
        assertThat(reviewer.getByText("Seen before it was held")).isVisible();
        look(reviewer, "result-held");
        assertThat(shown(portal)).doesNotContain(panel);

        var clinician = console("clinician");
        openResult(clinician, "scheduled", "Biopsy of the journey");
        assertThat(reason(clinician, "A statute delays it. (KRS 333.152(2))")).isVisible();
        releaseEarly(clinician);
        look(clinician, "result-released-early");
        assertThat(shown(portal)).contains(biopsy);
    }

    @Test
    void ofSeveralThatAreReleasedTheOneThatFailedIsTriedAgainByKeyboard() throws Exception {
        var person = Child.aged(40);
        person.send(system.feed());
        var reports = Reports.of(system, person.id());
        reports.biopsy("First biopsy");
        reports.biopsy("Second biopsy");
        var last = reports.biopsy("Third biopsy");

        var clinician = console("clinician");
        search(clinician, "scheduled", person.familyName(), "Third biopsy");
        look(clinician, "results-scheduled");
        clinician.locator("vaadin-grid vaadin-checkbox input").first().focus();
        clinician.keyboard().press("Space");
        settle(clinician);
        focusAndEnter(clinician, "Release 3 early…");
        clinician.getByText("3 will be done.").waitFor();
        settle(clinician);
        look(clinician, "results-preview");

        var busy = Reports.busy(system, last);
        clinician.keyboard().press("Control+Enter");
        clinician.getByText("2 done, 1 not.").waitFor();
        settle(clinician);
        assertThat(clinician.getByText("1: Somebody else was working on it.")).isVisible();
        look(clinician, "results-one-failed");
        busy.close();
        clinician.keyboard().press("Tab");
        assertThat(button(clinician, "Try the others again")).isFocused();
        clinician.keyboard().press("Enter");
        clinician.getByText("3 done, 0 not.").waitFor();
        settle(clinician);
        look(clinician, "results-all-done");
        clinician.keyboard().press("Escape");
        clinician.getByText("No statute delays a result now.").waitFor();
        look(clinician, "results-none-left");
    }

    private void search(Page page, String tab, String words, String title) {
        page.navigate(system.console() + "/results?tab=" + tab);
        var field =
                page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Title, MRN or family name"));
        field.waitFor();
        settle(page);
        field.focus();
        // The screen asks when the hands rest.
        page.waitForResponse(
                answer -> answer.url().contains("v-r=uidl"), () -> page.keyboard().type(words));
        link(page, title).waitFor();
        settle(page);
    }

    private void openResult(Page page, String tab, String title) {
        search(page, tab, title, title);
        for (var tries = 0; !opens(page, title); tries++) {
            assertThat(tries).as("the result opens").isLessThan(4);
        }
        page.getByText("Who sees this").waitFor();
        settle(page);
    }

    /** The answer to what was typed may come only now, and take the focus with the old list. */
    private static boolean opens(Page page, String title) {
        link(page, title).focus();
        page.keyboard().press("Enter");
        try {
            page.waitForURL("**/results/*", new Page.WaitForURLOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError late) {
            return false;
        }
    }

    private static Locator link(Page page, String title) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).first();
    }

    /** The rule that decides what the patient sees; the others are folded away. */
    private static Locator reason(Page page, String words) {
        return page.locator("vaadin-details-summary", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    private static void hold(Page reviewer) {
        focusAndEnter(reviewer, "Hold…");
        reviewer.getByLabel("Preventing harm").waitFor();
        settle(reviewer);
        check(reviewer, "Preventing harm");
        check(reviewer, "Patient");
        check(reviewer, "Danger to life or physical safety");
        reviewer.getByLabel("Determined by").focus();
        reviewer.keyboard().type("Whitman");
        focusAndEnter(reviewer, "Zora Whitman, CT MD-4711");
        reviewer.getByText("They do not sign in here").waitFor();
        check(reviewer, "They treat or have treated the patient");
        reviewer.keyboard().press("Tab");
        reviewer.keyboard().type("A danger that the clinician has written down");
        settle(reviewer);
        look(reviewer, "result-hold");
        reviewer.keyboard().press("Control+Enter");
        reviewer.getByText("Zora Whitman, CT MD-4711").waitFor();
        settle(reviewer);
    }

    private static void check(Page page, String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().focus();
        page.keyboard().press("Space");
        settle(page);
    }

    private static void releaseEarly(Page clinician) {
        focusAndEnter(clinician, "Release now…");
        clinician.getByText("Release before the delay ends?").waitFor();
        settle(clinician);
        look(clinician, "result-early-release");
        clinician.keyboard().press("Control+Enter");
        reason(clinician, "It is shown at once. (45 CFR 171.103)").waitFor();
        settle(clinician);
    }

    private static void focusAndEnter(Page page, String button) {
        button(page, button).waitFor();
        settle(page);
        button(page, button).focus();
        page.keyboard().press("Enter");
    }

    private static List<String> shown(Portal portal) {
        var items = portal.get("/portal/me/results").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(one -> one.path("id").stringValue())
                .toList();
    }
}
