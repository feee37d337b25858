package org.portaldesk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Looks;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.Reports;
import org.portaldesk.console.fake.Seals;
import org.portaldesk.console.fake.Searches;
import org.portaldesk.contract.audit.AuditVerification.Finding;
import org.portaldesk.contract.audit.AuditVerification.Kind;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** The privacy officer's desk in a real browser, hands on the keyboard. */
class PrivacyScreensIT extends BrowserScreens {

    @Autowired Seals seals;
    @Autowired Looks looks;
    @Autowired Reports reports;
    @Autowired Searches searches;

    @BeforeEach
    void officer() {
        seals.reset();
        looks.reset();
        reports.reset();
        searches.reset();
        desk.signIn(StaffRole.PRIVACY_OFFICER);
    }

    private void onASmallDarkScreenInSpanish() {
        look(400, 860, ColorScheme.DARK, "es-US");
    }

    @Test
    void theHealthOfTheRecord() {
        go("record-health");
        assertThat(page.getByText("No. 4,711")).isVisible();
        shoot("health");
        press("Alt+v");
        assertThat(page.getByText("The record is as it was sealed")).isVisible();
        shoot("health-intact");
        seals.altered(
                new Finding(Kind.ALTERED, "01939a3c-7a80-7000-8000-000000000001"),
                new Finding(Kind.MISSING, "01939a3c-9000-7000-8000-000000000002"),
                new Finding(Kind.TAIL_CUT, "checkpoint 4711"));
        press("Alt+v");
        assertThat(page.getByText("3 findings")).isVisible();
        shootAll("health-findings");
        seals.neverEnds();
        press("Alt+v");
        assertThat(page.getByText("140,000 events so far")).isVisible();
        shoot("health-running");
        click(button("Stop"));
        assertThat(page.getByText("Stopped after")).isVisible();
        shoot("health-stopped");
    }

    @Test
    void theHealthWhenAllIsNotWell() {
        seals.standsStill(Duration.ofMinutes(7), 3);
        go("record-health");
        assertThat(page.getByText("7 minutes")).isVisible();
        shoot("health-stands-still");
        desk.is(Desk.Mood.AWAY);
        assertThat(page.getByText("not live")).isVisible();
        shoot("health-old");
        go("record-health");
        shoot("health-away");
    }

    @Test
    void anEventIsProved() {
        go("audit");
        click(page.getByText("Letter mailed").first());
        press("Alt+p");
        assertThat(page.getByText("This event is in the record as it was sealed")).isVisible();
        page.getByText("Proof for an auditor").scrollIntoViewIfNeeded();
        shoot("audit-proof");
        var file = page.waitForDownload(() -> page.getByText("Proof for an auditor").click());
        assertThat(file.suggestedFilename()).startsWith("proof-").endsWith(".json");
    }

    @Test
    void timelines() {
        go("audit?patient=" + Patients.BRUNILDA);
        shoot("timeline-patient");
        page.getByText("14 times between").click();
        shootAll("timeline-folded");
        click(link("Kai Brown"));
        page.waitForURL(url -> url.contains("actor=kai.brown"));
        shoot("timeline-person");
        go("audit?actor=kai.brown&outcome=REFUSED&address=10.0.0.7");
        shoot("timeline-refused");
        desk.is(Desk.Mood.AWAY);
        go("audit?actor=hana.kim");
        shoot("timeline-away");
    }

    @Test
    void keptSearches() {
        go("audit?from=2026-11-01&outcome=REFUSED&sort=STAFF");
        shoot("audit-sorted");
        click(button("Kept searches"));
        assertThat(page.getByText("Refusals of the week")).isVisible();
        page.getByLabel("Name").fill("Refused, by whom");
        shoot("searches");
        press("Control+Enter");
        assertThat(button("Remove Refused, by whom")).isVisible();
        click(button("Remove Kai Brown in November"));
        shoot("searches-removed");
        click(button("Keep it after all"));
        assertThat(button("Remove Kai Brown in November")).isVisible();
        desk.refuseNext(ProblemCode.AGAINST_RULE);
        page.getByLabel("Name").fill("One too many");
        press("Control+Enter");
        shoot("searches-refused");
        page.getByText("Kai Brown in November").click();
        page.waitForURL(url -> url.contains("actor=kai.brown"));
        searches.none();
        click(button("Kept searches"));
        shoot("searches-none");
        onASmallDarkScreenInSpanish();
        searches.reset();
        go("audit?from=2026-11-01&sort=ADDRESS");
        shoot("audit-sorted-es");
        click(button("Búsquedas guardadas"));
        shoot("searches-es");
    }

    @Test
    void cases() {
        go("cases");
        shoot("cases-takeovers");
        click(link("Looks at records"));
        shoot("cases-looks");
        click(button("Close the case of Kai Boyle"));
        page.locator("vaadin-radio-button input").first().focus();
        press("Space");
        page.locator("vaadin-text-area textarea").focus();
        page.keyboard().type("He registers her visits.");
        shoot("cases-judge");
        desk.refuseNext(ProblemCode.AGAINST_RULE);
        press("Control+Enter");
        shoot("cases-own");
        press("Control+Enter");
        shoot("cases-judged");
        go("cases?kind=look&state=all");
        shootAll("cases-all");
        looks.none();
        go("cases?kind=look");
        shoot("cases-looks-none");
        desk.is(Desk.Mood.AWAY);
        go("cases?kind=look");
        shoot("cases-looks-away");
    }

    @Test
    void whatAPatientMayAskFor() {
        go("patients/" + Patients.BRUNILDA);
        shootAll("patient-privacy");
        press("Alt+r");
        shoot("report");
        press("Control+Enter");
        assertThat(page.getByText("12 entries")).isVisible();
        shoot("report-made");
        var paper = page.context().waitForPage(() -> page.getByText("Open for printing").click());
        paper.close();
        assertThat(desk.asked()).contains("pdf of 00000000-0000-0008-0000-000000000001");
        desk.refuseNext(ProblemCode.AGAINST_RULE);
        press("Control+Enter");
        shoot("report-too-much");
        press("Escape");
        press("Alt+o");
        assertThat(page.getByText("Access in the portal")).isVisible();
        shoot("disclosures");
        press("Escape");
        reports.nothing();
        press("Alt+o");
        shoot("disclosures-none");
        press("Escape");
        press("Alt+r");
        press("Control+Enter");
        shoot("report-nobody");
    }

    @Test
    void dark() {
        look(1440, 860, ColorScheme.DARK, "en-US");
        go("record-health");
        press("Alt+v");
        shoot("dark-health");
        go("audit?patient=" + Patients.BRUNILDA);
        shoot("dark-timeline");
        go("cases?kind=look&state=all");
        shoot("dark-cases-looks");
    }

    @Test
    void onASmallScreen() {
        onASmallDarkScreenInSpanish();
        go("record-health");
        shootAll("small-health");
        go("audit?patient=" + Patients.BRUNILDA);
        shootAll("small-timeline");
        press("Alt+r");
        press("Control+Enter");
        shoot("small-report");
        press("Escape");
        press("Alt+o");
        shoot("small-disclosures");
        go("cases?kind=look");
        shootAll("small-cases-looks");
    }

    @Test
    void spanish() {
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        go("record-health");
        press("Alt+v");
        shootAll("es-health");
        go("audit?actor=kai.brown");
        shoot("es-timeline");
        go("cases?kind=look&state=all");
        shoot("es-cases-looks");
        go("patients/" + Patients.BRUNILDA);
        press("Alt+r");
        press("Control+Enter");
        shoot("es-report");
    }
}
