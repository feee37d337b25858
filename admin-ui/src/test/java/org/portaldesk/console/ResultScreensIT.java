package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Results;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk of results in a real browser, hands on the keyboard. */
class ResultScreensIT extends BrowserScreens {

    @Autowired Results results;

    @BeforeEach
    void freshResults() {
        results.reset();
    }

    @Test
    void severalAreReleasedAndTheOneThatFailedIsTriedAgain() {
        desk.signIn(StaffRole.CLINICIAN);
        go("results");
        shoot("results");
        page.locator("vaadin-grid vaadin-checkbox input").first().focus();
        press("Space");
        page.locator("vaadin-button[theme~=primary]").first().focus();
        press("Enter");
        shoot("results-preview");
        results.failOneRow();
        press("Control+Enter");
        page.getByText("1 done, 1 not.").waitFor();
        shoot("results-one-failed");
        press("Shift+Tab");
        page.getByText("Try the others again").focus();
        press("Enter");
        page.getByText("2 done, 0 not.").waitFor();
        shoot("results-done");
        assertThat(desk.asked()).contains("bulk RELEASE of 2", "retry job");
    }

    @Test
    void aHoldIsPlacedAndExplainedByKeyboard() {
        desk.signIn(StaffRole.ROI_REVIEWER);
        go("results/" + Results.BIOPSY);
        shoot("result");
        page.getByText("Hold…").focus();
        press("Enter");
        page.getByLabel("Preventing harm").waitFor();
        settle();
        page.getByLabel("Preventing harm").focus();
        press("Space");
        page.getByLabel("Patient", new Page.GetByLabelOptions().setExact(true)).focus();
        press("Space");
        shoot("result-hold");
        page.getByLabel("Danger to life or physical safety").first().focus();
        press("Space");
        determinedByZora();
        page.getByLabel("They treat or have treated the patient").focus();
        press("Space");
        page.getByLabel("Facts").fill("What the clinician has written down");
        press("Tab");
        shoot("result-hold-filled");
        press("Control+Enter");
        page.locator("vaadin-dialog").waitFor(hidden());
        page.getByText("Zora Unknown").first().waitFor();
        shoot("result-held");
        assertThat(desk.asked()).anyMatch(one -> one.startsWith("hold for PREVENTING_HARM"));
    }

    private void determinedByZora() {
        page.getByLabel("Determined by").fill("Zora");
        button("Zora Unknown").focus();
        press("Enter");
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    @Test
    void severalAreHeldForOneReasonAfterAPreview() {
        desk.signIn(StaffRole.ROI_REVIEWER);
        go("results");
        page.locator("vaadin-grid vaadin-checkbox input").first().focus();
        press("Space");
        page.getByText("Hold 2…").focus();
        press("Enter");
        page.getByLabel("The data may be wrong").waitFor();
        assertThat(page.getByLabel("Preventing harm").count())
                .as("for two patients at once")
                .isZero();
        page.getByLabel("The data may be wrong").focus();
        press("Space");
        page.getByLabel("Patient", new Page.GetByLabelOptions().setExact(true)).focus();
        press("Space");
        determinedByZora();
        page.getByLabel("Facts").fill("Two specimens may have changed places");
        press("Tab");
        shoot("results-hold");
        press("Control+Enter");
        page.getByText("2 will be done.").waitFor();
        shoot("results-hold-preview");
        press("Control+Enter");
        page.getByText("2 done, 0 not.").waitFor();
        assertThat(desk.asked()).contains("bulk HOLD of 2 only to see", "bulk HOLD of 2");
    }

    @Test
    void theLedgerOfHolds() {
        desk.signIn(StaffRole.SUPERVISOR);
        go("holds");
        shoot("ledger");
        var file = page.waitForDownload(() -> link("Download for a spreadsheet").press("Enter"));
        assertThat(file.suggestedFilename()).isEqualTo("holds.csv");
        page.getByLabel("Placed from").focus();
        page.keyboard().type("1/2/2026");
        press("Enter");
        page.getByText("No result was held in this time.").waitFor();
        shoot("ledger-empty");
        desk.is(Desk.Mood.AWAY);
        go("holds");
        shoot("ledger-away");
    }

    @Test
    void aMisdirectedResultIsAnsweredForByKeyboard() {
        desk.signIn(StaffRole.PRIVACY_OFFICER);
        go("cases?kind=misdirected");
        page.locator("vaadin-details-summary").first().focus();
        press("Enter");
        shoot("disclosures");
        button("Close the case of Lipid panel").focus();
        press("Enter");
        for (var answer : new String[] {"A lipid panel", "A parent", "Viewed", "Retracted"}) {
            page.keyboard().type(answer);
            press("Tab");
        }
        press("Space");
        shoot("disclosures-close");
        press("Control+Enter");
        page.getByText("A breach").waitFor();
        shoot("disclosures-closed");
        assertThat(desk.asked()).contains("close disclosure: BREACH");
        go("cases?kind=misdirected&state=closed");
        shoot("disclosures-none");
        desk.is(Desk.Mood.AWAY);
        go("cases?kind=misdirected");
        shoot("disclosures-away");
    }

    @Test
    void onASmallDarkScreenInSpanish() {
        look(420, 860, ColorScheme.DARK, "es");
        desk.signIn(StaffRole.CLINICIAN);
        go("results");
        shoot("results-small");
        go("results/" + Results.BIOPSY);
        shootAll("result-small");
        desk.signIn(StaffRole.SUPERVISOR, StaffRole.PRIVACY_OFFICER);
        look(420, 860, ColorScheme.DARK, "es");
        go("holds");
        shoot("ledger-small");
        go("cases?kind=misdirected");
        shoot("disclosures-small");
    }

    @Test
    void inTheDark() {
        look(1440, 860, ColorScheme.DARK, "en-US");
        desk.signIn(StaffRole.CLINICIAN, StaffRole.ROI_REVIEWER);
        go("results/" + Results.BIOPSY);
        shoot("result-dark");
        desk.signIn(StaffRole.SUPERVISOR, StaffRole.PRIVACY_OFFICER);
        look(1440, 860, ColorScheme.DARK, "en-US");
        go("holds");
        shoot("ledger-dark");
        go("cases?kind=misdirected");
        shoot("disclosures-dark");
    }
}
