package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void onASmallDarkScreenInSpanish() {
        look(420, 860, ColorScheme.DARK, "es");
        desk.signIn(StaffRole.CLINICIAN);
        go("results");
        shoot("results-small");
        go("results/" + Results.BIOPSY);
        shoot("result-small");
    }
}
