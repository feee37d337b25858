package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Letters;
import org.portaldesk.console.fake.Requests;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** The queues in a real browser: requests for a code, and letters. */
class QueueScreensIT extends BrowserScreens {

    @Autowired Requests requests;
    @Autowired Letters letters;

    @BeforeEach
    void fill() {
        requests.reset();
        letters.reset();
    }

    @Test
    void theRequests() {
        requests.mine(Requests.BRUNILDA, 12);
        go("code-requests");
        shoot("requests");
        click(link("Nienow, Brunilda"));
        shoot("request-mine");
        page.getByText("Nienow, Lena").first().click();
        shoot("request-second-candidate");
        click(link("O’Neill-Featherstonehaugh"));
        shoot("request-no-candidate");
        click(link("Boyle, Ciera"));
        shoot("request-kais");
        click(link("Denied"));
        shoot("requests-denied");
        go("code-requests/" + Requests.DENIED + "?show=denied");
        shoot("request-denied");
        go("code-requests?show=approved");
        shoot("requests-empty");
    }

    @Test
    void aDecisionByKeyboard() {
        go("code-requests/" + Requests.MARCELA);
        press("Alt+c");
        shoot("request-claimed");
        press("Alt+m");
        shoot("request-ask");
        press("Escape");
        press("Alt+x");
        shoot("request-deny");
        press("Escape");
        press("Alt+a");
        shoot("request-approve");
        desk.refuseNext(ProblemCode.CONTACT_COLLISION);
        press("Control+Enter");
        shoot("request-approve-refused");
        press("Control+Enter");
        shoot("request-approved");
        assertThat(desk.asked()).anyMatch(asked -> asked.startsWith("approve for"));
        press("Alt+n");
        page.waitForURL(url -> url.contains(Requests.ADAN.toString()));
    }

    @Test
    void conflicts() {
        go("code-requests/" + Requests.ADAN);
        requests.takenByKai(Requests.ADAN);
        press("Alt+c");
        shoot("request-conflict-claimed");
        click(button("Show it as it is now"));
        shoot("request-conflict-accepted");
        requests.mine(Requests.BRUNILDA, 12);
        go("code-requests/" + Requests.BRUNILDA);
        press("Alt+x");
        page.getByText("Asked for twice").click();
        requests.deniedByKai(Requests.BRUNILDA);
        press("Control+Enter");
        shoot("request-conflict-decided");
    }

    @Test
    void requestsThatDoNotCome() {
        desk.is(Desk.Mood.ANSWERS);
        go("code-requests");
        desk.is(Desk.Mood.AWAY);
        click(link("Kuhlman, Marcela"));
        shoot("request-away");
        click(button("Refresh"));
        shoot("requests-away");
        desk.is(Desk.Mood.NEVER_ANSWERS);
        click(link("Approved"));
        shoot("requests-waiting");
    }

    @Test
    void theLetters() {
        go("letters");
        shoot("letters");
        press("Alt+p");
        shoot("letters-print");
        press("Control+Enter");
        shoot("letters-printed");
        page.getByLabel("Sheets in the pile").fill("4");
        press("Enter");
        shoot("letters-count-differs");
        click(button("Close"));
        shoot("letters-not-opened");
        click(button("Close all the same"));
        click(link("Printed"));
    }

    @Test
    void theDocumentOpensOnce() {
        go("letters");
        press("Alt+p");
        press("Control+Enter");
        var address = (String) link("Open the document").evaluate("a => a.href");
        var first = page.request().get(address);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers()).containsEntry("content-type", "application/pdf");
        assertThat(first.headers().get("cache-control")).contains("no-store");
        assertThat(page.request().get(address).status()).isIn(404, 410);
        settle();
        shoot("letters-opened");
    }

    @Test
    void whatBecomesOfLetters() {
        go("letters?pile=printed");
        shoot("letters-pile-printed");
        click(button("Came back"));
        shoot("letters-returned");
        press("Escape");
        click(button("Show the batch"));
        page.getByLabel("Sheet 2").click();
        shoot("letters-batch");
        click(button("Close"));
        letters.goneMeanwhile(1);
        page.getByLabel("Select All").click();
        press("Alt+m");
        shoot("letters-some-mailed");
        letters.clear();
        go("letters");
        shoot("letters-empty");
        desk.is(Desk.Mood.AWAY);
        go("letters?pile=mailed");
        shoot("letters-away");
    }

    @Test
    void dark() {
        look(1440, 860, ColorScheme.DARK, "en-US");
        requests.mine(Requests.BRUNILDA, 12);
        go("code-requests/" + Requests.BRUNILDA);
        shoot("dark-request");
        go("letters?pile=printed");
        shoot("dark-letters");
    }

    @Test
    void narrow() {
        look(400, 800, ColorScheme.LIGHT, "en-US");
        requests.mine(Requests.BRUNILDA, 12);
        go("code-requests");
        shoot("narrow-requests");
        go("code-requests/" + Requests.BRUNILDA);
        shoot("narrow-request");
        click(button("Back to the queue"));
        page.waitForURL(url -> url.endsWith("/code-requests"));
        go("letters?pile=printed");
        shoot("narrow-letters");
        go("letters");
        press("Alt+p");
        press("Control+Enter");
        shoot("narrow-printed");
    }

    @Test
    void spanish() {
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        requests.mine(Requests.BRUNILDA, 12);
        go("code-requests/" + Requests.BRUNILDA);
        shoot("es-request");
        press("Alt+x");
        shoot("es-deny");
        go("letters");
        press("Alt+p");
        shoot("es-print");
    }
}
