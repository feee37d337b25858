package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Grants;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ProxyRequests;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** Proxy authorization in a real browser: the queue, the form beside the record, who sees whom. */
class ProxyScreensIT extends BrowserScreens {

    @Autowired ProxyRequests requests;
    @Autowired Grants grants;

    @BeforeEach
    void reviewerSignsIn() {
        requests.reset();
        grants.reset();
        desk.signIn(StaffRole.ROI_REVIEWER);
    }

    @Test
    void theQueue() {
        requests.mine(ProxyRequests.TOMAS, 12);
        go("proxy-requests");
        shoot("proxies");
        click(link("For a second person"));
        shoot("proxies-second");
        click(link("Approved"));
        shoot("proxies-empty");
    }

    @Test
    void theQueueChangesByItselfUnderTheReadersHands() {
        look(1440, 420, ColorScheme.LIGHT, "en-US");
        go("proxy-requests");
        var row = page.locator("a.queue-row[href*='%s']".formatted(ProxyRequests.KAIS));
        row.focus();
        var place = row.boundingBox().y;
        requests.deniedByKai(ProxyRequests.PORTAL);
        requests.mine(ProxyRequests.ASIDE, 12);
        page.getByText("Claimed by you 1").waitFor();
        assertThat(page.getByText("Delrío, Adán").count()).isZero();
        assertThat(isFocused(row)).isTrue();
        assertThat(row.boundingBox().y).isBetween(0.0, 420.0).isCloseTo(place, within(250.0));
        requests.mine(ProxyRequests.KAIS, 14);
        page.getByText("Claimed by you 2").waitFor();
        assertThat(isFocused(row)).as("a row that moves to another group").isTrue();
        shoot("proxies-live");
        desk.is(Desk.Mood.AWAY);
        page.getByText("not live: the server does not answer").waitFor();
        shoot("proxies-not-live");
    }

    private static boolean isFocused(Locator place) {
        return (Boolean) place.evaluate("e => e === document.activeElement");
    }

    @Test
    void whoElseLooksIsSaid() {
        requests.kaiLooksAt(ProxyRequests.TOMAS);
        go("proxy-requests/" + ProxyRequests.TOMAS);
        page.getByText("Kai Brown has this open, too").waitFor();
        shoot("proxy-onlooker");
        look(400, 800, ColorScheme.DARK, "es-US");
        go("proxy-requests/" + ProxyRequests.TOMAS);
        page.getByText("Kai Brown también tiene esto abierto").waitFor();
        shoot("narrow-es-dark-proxy-onlooker");
        assertThat(desk.asked()).contains("look at " + ProxyRequests.TOMAS);
    }

    @Test
    void staffAreToldHowTheRequesterHearsOfIt() {
        requests.mine(ProxyRequests.LONG_AGO, 12);
        go("proxy-requests/" + ProxyRequests.LONG_AGO);
        press("Alt+x");
        page.getByText("nobody writes to the requester").waitFor();
        shoot("proxy-deny-nobody");
        look(400, 800, ColorScheme.DARK, "es-US");
        requests.mine(ProxyRequests.TOMAS, 12);
        go("proxy-requests/" + ProxyRequests.TOMAS);
        press("Alt+x");
        page.getByText("cola de impresión").waitFor();
        shoot("narrow-es-dark-proxy-deny-letter");
    }

    @Test
    void theDocumentsAreNamed() {
        requests.mine(ProxyRequests.GUARDIANS, 12);
        go("proxy-requests/" + ProxyRequests.GUARDIANS);
        shootAll("proxy-papers");
        press("Alt+l");
        press("Space");
        press("Tab");
        press("Space");
        press("Alt+a");
        shoot("proxy-papers-missing");
        page.keyboard().press("Enter");
        settle();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("placement order"))
                .click();
        press("Alt+a");
        shoot("proxy-papers-named");
        press("Control+Enter");
        assertThat(desk.asked()).anyMatch(asked -> asked.contains("papers [PLACEMENT_ORDER]"));
        look(400, 800, ColorScheme.DARK, "es-US");
        requests.reset();
        requests.mine(ProxyRequests.GUARDIANS, 12);
        go("proxy-requests/" + ProxyRequests.GUARDIANS);
        shootAll("narrow-es-dark-proxy-papers");
    }

    @Test
    void aFileIsChosenByKeyboard() {
        desk.signIn(StaffRole.ROI_REVIEWER, StaffRole.HIM_STAFF);
        go("patients/" + Patients.BRUNILDA);
        click(button("Record a request"));
        settle();
        tabTo("document.activeElement.closest('vaadin-upload') !== null");
        var chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(
                new FilePayload("form.pdf", "application/pdf", new byte[] {37, 80, 68, 70}));
        // The announcement of its progress has the name in it, too.
        page.getByText("form.pdf", new Page.GetByTextOptions().setExact(true)).waitFor();
        shoot("intake-file");
    }

    @Test
    void whatIsLargerThanAScanMayBeIsRefusedWhileItStreamsAndTheConsoleLives() {
        desk.signIn(StaffRole.ROI_REVIEWER, StaffRole.HIM_STAFF);
        go("patients/" + Patients.BRUNILDA);
        click(button("Record a request"));
        settle();

        assertThat(post(21, 1)).containsExactly(413);
        assertThat(post(100, 1)).allMatch(status -> status == 413 || status == 0);
        var several = post(19, 13);
        assertThat(several).startsWith(200, 200).endsWith(413);
        assertThat(several.stream().filter(status -> status == 200).count()).isEqualTo(10);
        // The browser says so, too.
        complaints.removeIf(said -> said.contains("413") || said.contains("ERR_"));
    }

    /**
     * Posts as a program would, past the limits of the page: so many bodies of so many megabytes.
     */
    @SuppressWarnings("unchecked")
    private List<Integer> post(int megabytes, int times) {
        return (List<Integer>)
                page.evaluate(
                        """
                        async ([megabytes, times]) => {
                            const upload = document.querySelector('vaadin-upload');
                            const statuses = [];
                            for (let at = 0; at < times; at++) {
                                const body = new Blob([new Uint8Array(megabytes << 20)], {type: 'application/pdf'});
                                const headers = {'X-Filename': 'scan' + at + '.pdf', 'Content-Type': 'application/pdf'};
                                statuses.push(await fetch(upload.target, {method: 'POST', body, headers})
                                    .then(answer => answer.status, _ => 0));
                            }
                            return statuses;
                        }
                        """,
                        List.of(megabytes, times));
    }

    private void tabTo(String place) {
        for (int step = 0; step < 20 && !(Boolean) page.evaluate("() => " + place); step++) {
            page.keyboard().press("Tab");
        }
        assertThat((Boolean) page.evaluate("() => " + place)).isTrue();
    }

    @Test
    void theFormIsReadAndDecidedByKeyboard() {
        go("proxy-requests/" + ProxyRequests.MARA);
        shoot("proxy-request");
        press("Alt+c");
        shoot("proxy-claimed");
        press("Alt+ArrowDown");
        press("Alt+ArrowDown");
        shoot("proxy-third-page");
        press("Alt+a");
        for (var box = 0; box < 9; box++) {
            press("Space");
            press("Tab");
        }
        page.keyboard().type("12/31/2030");
        press("Enter");
        shoot("proxy-checked");
        press("Alt+a");
        shoot("proxy-approve");
        press("Control+Enter");
        shoot("proxy-approved");
        assertThat(desk.asked())
                .anyMatch(
                        asked ->
                                asked.startsWith("approve")
                                        && asked.contains("checklist true seen true")
                                        && asked.contains("until 2030-12-31"));
        press("Alt+n");
        page.waitForURL(url -> !url.contains(ProxyRequests.MARA.toString()));
    }

    @Test
    void thePageIsZoomedTurnedAndFitted() {
        go("proxy-requests/" + ProxyRequests.MARA);
        press("Alt+w");
        shoot("proxy-whole-page");
        press("Alt+t");
        shoot("proxy-turned");
        press("Alt+w");
        press("Alt+i");
        press("Alt+i");
        shoot("proxy-zoomed");
        var image = page.locator(".page-image");
        assertThat((Boolean) image.evaluate("i => i.complete && i.naturalWidth > 0")).isTrue();
        assertThat(image.getAttribute("src")).doesNotContain("token");
    }

    @Test
    void whatElseIsDecided() {
        requests.mine(ProxyRequests.TOMAS, 12);
        go("proxy-requests/" + ProxyRequests.TOMAS);
        shoot("proxy-minor");
        press("Alt+x");
        shoot("proxy-deny");
        press("Escape");
        press("Alt+p");
        shoot("proxy-pend");
        press("Escape");
        click(button("Go against the rule"));
        shoot("proxy-propose");
        press("Escape");
        go("proxy-requests/" + ProxyRequests.PORTAL);
        shoot("proxy-portal");
        go("proxy-requests/" + ProxyRequests.KAIS);
        shoot("proxy-kais");
        go("proxy-requests/" + ProxyRequests.DENIED);
        shoot("proxy-denied");
    }

    @Test
    void theSecondPerson() {
        desk.signIn(StaffRole.SUPERVISOR);
        go("proxy-requests/" + ProxyRequests.PROPOSED);
        press("Alt+c");
        shoot("proxy-second");
        press("Alt+a");
        shoot("proxy-second-agree");
    }

    @Test
    void conflicts() {
        go("proxy-requests/" + ProxyRequests.TOMAS);
        requests.takenByKai(ProxyRequests.TOMAS);
        press("Alt+c");
        shoot("proxy-conflict");
        click(button("Show it as it is now"));
        shoot("proxy-conflict-accepted");
    }

    @Test
    void whatDoesNotCome() {
        go("proxy-requests/" + ProxyRequests.MARA);
        desk.is(Desk.Mood.AWAY);
        press("Alt+ArrowDown");
        shoot("proxy-page-away");
        go("proxy-requests");
        shoot("proxies-away");
        desk.is(Desk.Mood.NEVER_ANSWERS);
        go("proxy-requests/" + ProxyRequests.TOMAS);
        shoot("proxy-waiting");
    }

    @Test
    void thePatientsPage() {
        desk.signIn(StaffRole.ROI_REVIEWER, StaffRole.HIM_STAFF);
        go("patients/" + Patients.BRUNILDA);
        shootAll("patient-proxies");
        shoot("patient-proxies-top");
        click(button("End the access of Nienow, Lena"));
        shoot("grant-end");
        press("Escape");
        click(button("Never a proxy"));
        shoot("block");
        press("Escape");
        click(button("Record a request"));
        shoot("intake");
        desk.refuseNext(ProblemCode.DOCUMENT_REFUSED);
    }

    @Test
    void birthdaysAhead() {
        go("age-outs");
        shoot("age-outs");
        click(link("To be looked at"));
        shoot("age-outs-exceptions");
        grants.nothingAhead();
        go("age-outs");
        shoot("age-outs-empty");
    }

    @Test
    void thePolicies() {
        desk.signIn(StaffRole.ADMINISTRATOR);
        go("policies");
        shoot("policies");
        click(button("Try it on today"));
        shoot("policies-tried");
        click(button("Copy and change"));
        shoot("policies-propose");
        press("Escape");
        look(400, 800, ColorScheme.LIGHT, "es-US");
        go("policies");
        shoot("narrow-es-policies");
    }

    @Test
    void dark() {
        look(1440, 860, ColorScheme.DARK, "en-US");
        requests.mine(ProxyRequests.MARA, 12);
        go("proxy-requests");
        shoot("dark-proxies");
        go("proxy-requests/" + ProxyRequests.MARA);
        shoot("dark-proxy");
        go("age-outs");
        shoot("dark-age-outs");
        go("policies");
        shoot("dark-policies");
        go("patients/" + Patients.BRUNILDA);
        shoot("dark-patient-proxies");
    }

    @Test
    void narrow() {
        look(400, 800, ColorScheme.LIGHT, "en-US");
        requests.mine(ProxyRequests.MARA, 12);
        go("proxy-requests");
        shoot("narrow-proxies");
        go("proxy-requests/" + ProxyRequests.MARA);
        shoot("narrow-proxy");
        shootAll("narrow-proxy-all");
        go("age-outs");
        shoot("narrow-age-outs");
        go("patients/" + Patients.BRUNILDA);
        shootAll("narrow-patient-proxies");
    }

    @Test
    void spanish() {
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        requests.mine(ProxyRequests.MARA, 12);
        go("proxy-requests");
        shoot("es-proxies");
        go("proxy-requests/" + ProxyRequests.MARA);
        shoot("es-proxy");
        go("age-outs");
        shoot("es-age-outs");
    }
}
