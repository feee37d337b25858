package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Codes;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.testing.browser.Pictures;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding a patient, their page and their codes in a real browser. */
class ScreensIT extends BrowserScreens {

    @Autowired Codes codes;

    @BeforeEach
    void fill() {
        codes.reset();
    }

    private void search(String words) {
        var field = page.getByLabel("Find a patient").or(page.getByLabel("Buscar un paciente"));
        searchFor(words, () -> field.fill(words));
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
        press("Alt+i");
        shoot("issue");
        page.getByLabel("Why a new code?").fill("The letter never came");
        settle();
        click(button("Issue the code"));
        shoot("issue-code");
        click(button("Done"));
        shoot("issue-sure");
    }

    @Test
    void aRefusedCode() {
        go("patients/" + Patients.BRUNILDA);
        desk.refuseNext(ProblemCode.CONTACT_COLLISION);
        press("Alt+i");
        page.getByLabel("Why a new code?").fill("The letter never came");
        settle();
        press("Control+Enter");
        shoot("issue-refused");
    }

    @Test
    void revoking() {
        go("patients/" + Patients.BRUNILDA);
        click(button("Revoke"));
        shoot("revoke");
    }

    @Test
    void thePalette() {
        go("patients");
        press("Control+k");
        searchFor("an", () -> page.keyboard().type("an"));
        shoot("palette");
        press("ArrowDown");
        shoot("palette-second");
        press("Enter");
        page.waitForURL("**/patients/0198*");
        press("Control+/");
        shoot("shortcuts");
    }

    @Test
    void theSupportAgentSeesMaskedFields() {
        desk.signIn(StaffRole.SUPPORT_AGENT);
        go("patients/" + Patients.CIERA);
        shoot("patient-masked");
        click(button("Show the birth date"));
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
        click(button("Try again"));
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
        press("Alt+i");
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
        shootAll("narrow-patient-full");
    }

    @Test
    void spanish() {
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        go("patients");
        search("an");
        shoot("es-search");
        go("patients/" + Patients.BRUNILDA);
        shoot("es-patient");
        press("Alt+i");
        shoot("es-issue");
    }

    @Test
    void theUserMenu() {
        go("patients");
        page.locator(".user-menu vaadin-button").first().click();
        shoot("user-menu");
        go("nowhere");
        shoot("not-found");
        complaints.removeIf(text -> text.contains("404"));
    }

    @Test
    void whatWasTypedIsOfferedAfterTheNextSignIn() {
        go("patients/" + Patients.BRUNILDA);
        press("Alt+i");
        page.getByLabel("Why a new code?").pressSequentially("The letter never ca");
        page.waitForCondition(() -> !typed.kept().isEmpty());

        look(1440, 860, ColorScheme.LIGHT, "en-US");
        load("today");
        shoot("draft-offered");
        click(page.getByText("Patients, kept").first());
        page.waitForURL("**/patients/" + Patients.BRUNILDA);
        press("Alt+i");
        var field = page.getByLabel("Why a new code?");
        assertThat(field.inputValue()).isEqualTo("The letter never ca");
        shoot("draft-back");
        click(button("Cancel"));
        page.waitForCondition(() -> typed.kept().isEmpty());
    }

    @Test
    void whatIsNotWantedIsDiscarded() {
        typed.leave("patients." + Patients.BRUNILDA + "_issue.reason", "The letter");
        look(420, 860, ColorScheme.DARK, "es-US");
        load("today");
        shoot("draft-offered-narrow");
        click(button("Descartar"));
        page.waitForCondition(() -> typed.kept().isEmpty());
    }

    @Test
    void theEnd() {
        page.navigate("http://localhost:" + port + "/signed-out?why=idle");
        page.getByText("Sign in").first().waitFor();
        Pictures.take(page, FOLDER.resolve("signed-out.png"), false);
    }
}
