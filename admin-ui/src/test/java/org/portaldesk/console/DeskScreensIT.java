package org.portaldesk.console;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Codes;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Letters;
import org.portaldesk.console.fake.Overrides;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.Requests;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** The day, all codes, the second person and the record in a real browser. */
class DeskScreensIT extends BrowserScreens {

    @Autowired Codes codes;
    @Autowired Requests requests;
    @Autowired Letters letters;
    @Autowired Overrides overrides;

    @BeforeEach
    void fill() {
        codes.reset();
        requests.reset();
        letters.reset();
        overrides.reset();
        requests.mine(Requests.BRUNILDA, 12);
    }

    private void as(StaffRole role) {
        desk.signIn(role);
        look(1440, 860, ColorScheme.LIGHT, "en-US");
    }

    @Test
    void theDay() {
        go("");
        shoot("today");
        as(StaffRole.SUPPORT_AGENT);
        go("");
        shoot("today-support");
        as(StaffRole.PRIVACY_OFFICER);
        go("");
        shoot("today-privacy");
        desk.is(Desk.Mood.ANSWERS);
        as(StaffRole.SUPERVISOR);
        go("");
        desk.is(Desk.Mood.AWAY);
        click(link("Patients"));
        click(link("Today"));
        shoot("today-away");
    }

    @Test
    void allCodes() {
        go("codes");
        shoot("codes");
        click(button("Revoke the code of Nienow, Brunilda Lucinda"));
        shoot("codes-revoke");
        press("Escape");
        click(link("revoked"));
        shoot("codes-none");
        desk.is(Desk.Mood.AWAY);
        click(link("all"));
        shoot("codes-away");
    }

    @Test
    void theSecondPerson() {
        go("second-person");
        shoot("overrides-asked");
        as(StaffRole.SUPERVISOR);
        go("second-person");
        shoot("overrides");
        click(button("Agree for Hand, Darius"));
        shoot("overrides-agree");
        page.getByText("They share the contact knowingly").click();
        desk.refuseNext(ProblemCode.SAME_PERSON);
        press("Control+Enter");
        shoot("overrides-refused");
        press("Control+Enter");
        shoot("overrides-agreed");
        overrides.clear();
        go("second-person");
        shoot("overrides-none");
    }

    @Test
    void theRecord() {
        as(StaffRole.PRIVACY_OFFICER);
        go("audit");
        shoot("audit");
        page.getByText("Letter mailed").first().click();
        shoot("audit-event");
        click(button("About any patient"));
        searchFor("an", () -> page.getByLabel("Find a patient").fill("an"));
        shoot("audit-patient");
        go("audit?patient=" + Patients.BRUNILDA + "&act=CODE_REDEEMED&from=2026-11-01");
        shoot("audit-none");
        desk.is(Desk.Mood.AWAY);
        click(button("Clear the filter"));
        shoot("audit-away");
    }

    @Test
    void dark() {
        desk.signIn(StaffRole.PRIVACY_OFFICER, StaffRole.SUPERVISOR);
        look(1440, 860, ColorScheme.DARK, "en-US");
        go("");
        shoot("dark-today");
        go("second-person");
        shoot("dark-overrides");
        go("audit");
        page.getByText("Letter mailed").first().click();
        shoot("dark-audit");
    }

    @Test
    void narrow() {
        desk.signIn(StaffRole.PRIVACY_OFFICER, StaffRole.SUPERVISOR, StaffRole.HIM_STAFF);
        look(400, 800, ColorScheme.LIGHT, "en-US");
        go("");
        shoot("narrow-today");
        go("codes");
        shoot("narrow-codes");
        go("second-person");
        shoot("narrow-overrides");
        go("audit");
        shoot("narrow-audit");
    }

    @Test
    void spanish() {
        desk.signIn(StaffRole.PRIVACY_OFFICER, StaffRole.SUPERVISOR, StaffRole.HIM_STAFF);
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        go("");
        shoot("es-today");
        go("codes");
        shoot("es-codes");
        go("second-person");
        shoot("es-overrides");
        go("audit");
        page.getByText("Carta enviada").first().click();
        shoot("es-audit");
    }

    @Test
    void behindGlass() {
        desk.restrict(Patients.BRUNILDA);
        go("patients/" + Patients.BRUNILDA);
        shoot("glass");
        page.getByText("Caller on the line").click();
        page.getByLabel("What do you need it for?").fill("The mother asks about the code");
        desk.refuseNext(ProblemCode.FORBIDDEN);
        press("Control+Enter");
        shoot("glass-refused");
        look(400, 860, ColorScheme.DARK, "es-ES");
        go("patients/" + Patients.BRUNILDA);
        shoot("glass-narrow-dark-es");
    }

    @Test
    void restrictedRecords() {
        as(StaffRole.PRIVACY_OFFICER);
        go("restricted");
        shoot("restricted");
        click(button("Lift the restriction of Boyle, Ciera"));
        shoot("restricted-lift");
        page.getByText("Restricted by mistake").click();
        press("Control+Enter");
        shoot("restricted-none");
        go("patients/" + Patients.CIERA);
        shoot("patient-privacy");
        click(button("Restrict the record"));
        shoot("restrict");
    }
}
